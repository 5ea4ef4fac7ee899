import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { layOutFlow } from '../../src/explorer/flow/layout.js';

const flows = fc
  .array(
    fc.record({
      from: fc.constantFrom('a', 'b', 'c'),
      to: fc.constantFrom('x', 'y', 'z', 'w'),
      weight: fc.integer({ min: 1, max: 40 }),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((list) => [...new Map(list.map((flow) => [`${flow.from}${flow.to}`, flow])).values()]);

describe('the layout of a flow', () => {
  test('gives boxes that do not overlap, in the order given, and bands inside their boxes', () => {
    fc.assert(
      fc.property(flows, (list) => {
        const layout = layOutFlow(['a', 'b', 'c'], ['x', 'y', 'z', 'w'], list, 400);
        for (const side of [layout.left, layout.right])
          for (const [index, box] of side.entries()) {
            const next = side[index + 1];
            if (next) expect(next.y).toBeGreaterThanOrEqual(box.y + box.height);
            expect(box.y + box.height).toBeLessThanOrEqual(layout.height + 0.001);
          }
        for (const band of layout.bands) {
          const from = layout.left.find(({ id }) => id === band.from);
          const to = layout.right.find(({ id }) => id === band.to);
          if (!from || !to) throw new Error('a band without ends');
          expect(band.y0 - band.height / 2).toBeGreaterThanOrEqual(from.y - 0.001);
          expect(band.y0 + band.height / 2).toBeLessThanOrEqual(from.y + from.height + 0.001);
          expect(band.y1 - band.height / 2).toBeGreaterThanOrEqual(to.y - 0.001);
          expect(band.y1 + band.height / 2).toBeLessThanOrEqual(to.y + to.height + 0.001);
        }
      }),
    );
  });

  test('draws twice the weight twice as high', () => {
    const { bands } = layOutFlow(
      ['a'],
      ['x', 'y'],
      [
        { from: 'a', to: 'x', weight: 5 },
        { from: 'a', to: 'y', weight: 10 },
      ],
      300,
    );
    const [thin, thick] = bands;
    expect((thick?.height ?? 0) / (thin?.height ?? 1)).toBeCloseTo(2);
  });
});
