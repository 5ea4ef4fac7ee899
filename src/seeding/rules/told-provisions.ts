import type { Rule } from '../rule.js';
import { idOf } from '../seed-index.js';

/** Every provision says what it says: by a summary of its own, or by that of the one duty it lays. */
export const toldProvisions: Rule = (_, { provisions, obligations }) => {
  const duties = new Map<string, number>();
  for (const { owner, seed } of obligations) {
    const id = idOf.provision(owner, seed.provision);
    duties.set(id, (duties.get(id) ?? 0) + 1);
  }
  return provisions
    .filter(({ id, seed }) => !seed.summary && duties.get(id) !== 1)
    .map(({ id, file, record }) => ({
      file,
      record,
      message: `has no summary, and ${duties.get(id) ?? 'no'} obligations stand at it. Say what it says.`,
    }));
};
