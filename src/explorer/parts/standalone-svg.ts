const CARRIED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'font-size',
  'font-weight',
  'font-family',
];

/** The drawing as it is seen, with its style written into it, so that it needs no style sheet. */
export function standaloneSvg(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [originals, copies] = [drawing, copy].map((svg) => [svg, ...svg.querySelectorAll('*')]);
  for (const [index, original] of (originals ?? []).entries()) {
    const target = copies?.[index];
    if (!target || original.tagName === 'title') continue;
    const style = getComputedStyle(original);
    for (const name of CARRIED) target.setAttribute(name, style.getPropertyValue(name));
    for (const name of ['class', 'tabindex', 'role', 'aria-label']) target.removeAttribute(name);
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  const [x = '0', y = '0', width = '0', height = '0'] = (copy.getAttribute('viewBox') ?? '').split(' ');
  for (const [name, value] of Object.entries({ x, y, width, height })) ground.setAttribute(name, value);
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy);
}
