import type { Ref } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { capital, useWords } from '../words/words.js';
import type { FlowNode, FlowPicture } from './flows.js';
import { layOutFlow, type Band, type NodeBox } from './layout.js';

interface FlowDrawingProps {
  picture: FlowPicture;
  drawing: Ref<SVGSVGElement>;
  onChoose?: (measure: string) => void;
}

const BAR = 10;
/** Below this a label takes too much of the picture. */
const NARROW = 700;

/** The flow as bands; the table beside it says the same in words. */
export function FlowDrawing({ picture, drawing, onChoose }: FlowDrawingProps) {
  const words = useWords();
  const [width, frame] = useWidth();
  const narrow = width < NARROW;
  const [leftRoom, rightRoom] = narrow
    ? [64, 128]
    : [Math.min(380, width * 0.27), Math.min(460, width * 0.34)];
  const [x0, x1] = [leftRoom + BAR, Math.max(leftRoom + BAR + 60, width - rightRoom - BAR)];
  const layout = layOutFlow(
    picture.left.map(({ id }) => id),
    picture.right.map(({ id }) => id),
    picture.sums,
    Math.max(420, picture.left.length * 68),
  );
  const edges = picture.sums.reduce((sum, flow) => sum + flow.edges, 0);
  const covers = new Map(picture.sums.map((sum) => [`${sum.from} ${sum.to}`, sum]));
  const named = new Map([...picture.left, ...picture.right].map((node) => [node.id, node]));
  const room = (pixels: number) => Math.floor(pixels / 7);
  return (
    <figure class="flow" ref={frame}>
      <svg
        ref={drawing}
        width={width}
        height={layout.height + 8}
        viewBox={`0 -4 ${width} ${layout.height + 8}`}
        role="group"
        aria-label={words.flow.picture(edges)}
      >
        {layout.bands.map((band) => {
          const sum = covers.get(`${band.from} ${band.to}`);
          return (
            <path
              key={`${band.from} ${band.to}`}
              class={`band ${sum?.covers === 'FULL' ? 'band-full' : 'band-partial'}`}
              d={bandPath(band, x0, x1)}
              fill="none"
              stroke-width={Math.max(1, band.height)}
            >
              <title>
                {`${named.get(band.from)?.label} → ${named.get(band.to)?.label}: ${words.matrix.edges(sum?.edges ?? 0)}, ${words.flow.weight} ${band.weight}`}
              </title>
            </path>
          );
        })}
        {layout.left.map((box) => (
          <Side
            key={box.id}
            box={box}
            node={named.get(box.id)}
            x={leftRoom}
            textX={leftRoom - 8}
            anchor="end"
            most={narrow ? 0 : room(leftRoom)}
            onChoose={onChoose && (() => onChoose(box.id))}
          />
        ))}
        {layout.right.map((box) => (
          <Side
            key={box.id}
            box={box}
            node={named.get(box.id)}
            x={x1}
            textX={x1 + BAR + 8}
            anchor="start"
            most={narrow ? 0 : room(rightRoom)}
          />
        ))}
      </svg>
      <figcaption class="note">
        <span class="swatch band-full" /> {words.flow.full} <span class="swatch band-partial" />{' '}
        {words.flow.partial}
      </figcaption>
    </figure>
  );
}

const bandPath = ({ y0, y1 }: Band, x0: number, x1: number) => {
  const middle = (x0 + x1) / 2;
  return `M${x0},${y0.toFixed(1)}C${middle},${y0.toFixed(1)} ${middle},${y1.toFixed(1)} ${x1},${y1.toFixed(1)}`;
};

interface SideProps {
  box: NodeBox;
  node: FlowNode | undefined;
  x: number;
  textX: number;
  anchor: 'start' | 'end';
  /** How many letters of the title there is room for; 0 for the label alone. */
  most: number;
  onChoose?: () => void;
}

function Side({ box, node, x, textX, anchor, most, onChoose }: SideProps) {
  if (!node) return null;
  const label = most === 0 ? shortLabel(node.label) : capital(node.label);
  const left = most - label.length - 2;
  const title = left > 8 ? node.title : '';
  const content = (
    <>
      <title>{`${capital(node.label)}: ${node.title}`}</title>
      <rect class="flow-box" x={x} y={box.y} width={BAR} height={box.height} rx="2" />
      <text
        class="flow-label"
        x={textX}
        y={box.y + box.height / 2}
        dy="0.34em"
        text-anchor={anchor}
        font-size="12.5"
      >
        <tspan font-weight="600">{label}</tspan>
        {title && ` ${title.length > left ? `${title.slice(0, left - 1).trimEnd()}…` : title}`}
      </text>
    </>
  );
  if (!onChoose) return <g>{content}</g>;
  return (
    <g
      class="flow-choice"
      role="button"
      tabindex={0}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose();
      }}
    >
      {content}
    </g>
  );
}

/** `21(2)(c)` of `Article 21(2)(c)`, `27001 A.5` of a reference with its year. */
const shortLabel = (label: string) =>
  label
    .replace(/^(article|artikel)\s+/i, '')
    .replace(/, stk\. /g, '.')
    .replace(/, litra /g, '.')
    .replace(/^ISO(\/IEC)?( TR)? /, '')
    .replace(/^(\d+):\d+ /, '$1 ');

/** The width that the picture has, followed as the window changes. */
function useWidth(): [number, Ref<HTMLElement>] {
  const frame = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(900);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(Math.max(320, Math.floor(element.clientWidth))));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [width, frame];
}
