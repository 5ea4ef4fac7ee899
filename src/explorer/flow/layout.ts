/** A band between something on the left and something on the right. */
export interface Flow {
  from: string;
  to: string;
  weight: number;
}

export interface NodeBox {
  id: string;
  y: number;
  height: number;
  weight: number;
}

export interface Band extends Flow {
  /** Middle of the band at its two ends, and how high it is. */
  y0: number;
  y1: number;
  height: number;
}

export interface FlowLayout {
  left: NodeBox[];
  right: NodeBox[];
  bands: Band[];
  height: number;
}

/** Room between two boxes, and the least height of one: its label must fit beside it. */
const GAP = 6;
const LEAST = 16;

/**
 * A flow of two sides. Boxes stand in the order in which they are given, because the law and the standards have one;
 * all heights share one scale, and bands leave and arrive in the order of what is at their other end.
 */
export function layOutFlow(
  lefts: readonly string[],
  rights: readonly string[],
  flows: readonly Flow[],
  height: number,
): FlowLayout {
  const scale = scaleFor(rights, flows, height);
  const left = stack(lefts, flows, ({ from }) => from, scale);
  const right = stack(rights, flows, ({ to }) => to, scale);
  const needed = Math.max(bottomOf(left), bottomOf(right));
  spread(left, needed);
  spread(right, needed);
  return { left, right, bands: bandsBetween(left, right, flows, scale), height: needed };
}

/** Units of height for one of weight: what the height leaves, but so much that the heaviest box fills its label. */
function scaleFor(rights: readonly string[], flows: readonly Flow[], height: number): number {
  const total = flows.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const heaviest = Math.max(
    1,
    ...rights.map((id) => flows.filter(({ to }) => to === id).reduce((sum, { weight }) => sum + weight, 0)),
  );
  return Math.max((height - rights.length * (GAP + LEAST / 2)) / total, LEAST / heaviest, 0.15);
}

function stack(
  ids: readonly string[],
  flows: readonly Flow[],
  sideOf: (flow: Flow) => string,
  scale: number,
): NodeBox[] {
  let y = 0;
  return ids.map((id) => {
    const weight = flows.filter((flow) => sideOf(flow) === id).reduce((sum, flow) => sum + flow.weight, 0);
    const box = { id, y, weight, height: Math.max(LEAST, weight * scale) };
    y += box.height + GAP;
    return box;
  });
}

const bottomOf = (boxes: readonly NodeBox[]) => {
  const last = boxes.at(-1);
  return last ? last.y + last.height : 0;
};

/** The shorter side takes the same height, with more room between its boxes. */
function spread(boxes: NodeBox[], height: number): void {
  const [only] = boxes;
  if (only && boxes.length === 1) {
    only.y = (height - only.height) / 2;
    return;
  }
  const room = (height - bottomOf(boxes)) / Math.max(1, boxes.length - 1);
  for (const [index, box] of boxes.entries()) box.y += index * room;
}

function bandsBetween(
  left: readonly NodeBox[],
  right: readonly NodeBox[],
  flows: readonly Flow[],
  scale: number,
): Band[] {
  const [leaving, arriving] = [startsOf(left, scale), startsOf(right, scale)];
  const order = (boxes: readonly NodeBox[]) => new Map(boxes.map(({ id }, index) => [id, index]));
  const [leftOrder, rightOrder] = [order(left), order(right)];
  const place = (flow: Flow) =>
    (leftOrder.get(flow.from) ?? 0) * right.length + (rightOrder.get(flow.to) ?? 0);
  return [...flows]
    .sort((one, other) => place(one) - place(other))
    .map((flow) => {
      const height = flow.weight * scale;
      const y0 = leaving.get(flow.from) ?? 0;
      const y1 = arriving.get(flow.to) ?? 0;
      leaving.set(flow.from, y0 + height);
      arriving.set(flow.to, y1 + height);
      return { ...flow, y0: y0 + height / 2, y1: y1 + height / 2, height };
    });
}

/** Where the first band of each box begins: bands are centred in a box that is higher than they are. */
const startsOf = (boxes: readonly NodeBox[], scale: number) =>
  new Map(boxes.map(({ id, y, height, weight }) => [id, y + (height - weight * scale) / 2]));
