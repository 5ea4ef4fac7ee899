import type { Seeds } from '../seed-files.js';
import { idOf } from '../seed-index.js';

export function reportingStageRows(seeds: Seeds): object[] {
  return seeds.of('reporting-stages').flatMap(({ content: { instrument, recipient, stages } }) =>
    stages.map(({ kind, obligation, mandatory, forTrustServices, afterOngoing, bases, content }) => ({
      kind,
      obligationId: idOf.obligation(instrument, obligation),
      mandatory,
      forTrustServices: forTrustServices ?? false,
      afterOngoing: afterOngoing ?? false,
      basisTexts: bases,
      contentTexts: content,
      recipientText: recipient,
    })),
  );
}
