import type { Text } from '../shared/language.js';
import type { Clocks, Incident } from './clocks.js';
import { ReportingStageKind, type BasisKey, type ReportingStageRule } from './reporting-stage.entity.js';

export interface TimelineStage {
  rule: ReportingStageRule;
  dueAt: Date | null;
  basisText: Text;
  mandatory: boolean;
}

/** The messages that an incident calls for, in the order in which they fall due, each with its time or why it has none. */
export function timelineOf(
  rules: readonly ReportingStageRule[],
  clocks: Clocks,
  { trustServiceAffected }: Incident,
): TimelineStage[] {
  const find = (kind: ReportingStageKind, variant: { trust?: boolean; after?: boolean } = {}) => {
    const rule = rules.find(
      (one) =>
        one.kind === kind &&
        one.forTrustServices === (variant.trust ?? false) &&
        one.afterOngoing === (variant.after ?? false),
    );
    if (!rule) throw new Error(`The release has no rule for ${kind}.`);
    return rule;
  };
  const stage = (
    rule: ReportingStageRule,
    dueAt: Date | null,
    mandatory = rule.mandatory,
  ): TimelineStage => ({
    rule,
    dueAt,
    basisText: basisOf(rule, dueAt),
    mandatory,
  });
  return [
    stage(find(ReportingStageKind.EARLY_WARNING), clocks.earlyWarning),
    stage(
      find(ReportingStageKind.INCIDENT_NOTIFICATION, { trust: trustServiceAffected }),
      clocks.notification,
    ),
    stage(find(ReportingStageKind.INTERMEDIATE_REPORT), null),
    ...(clocks.ongoing === true
      ? [
          stage(find(ReportingStageKind.PROGRESS_REPORT), clocks.monthAfterNotification),
          stage(find(ReportingStageKind.FINAL_REPORT, { after: true }), clocks.monthAfterHandling),
        ]
      : []),
    // Not said whether it is ongoing: the final report stands, and the progress report is told as what may come.
    ...(clocks.ongoing === null
      ? [
          stage(find(ReportingStageKind.PROGRESS_REPORT), clocks.monthAfterNotification, false),
          stage(find(ReportingStageKind.FINAL_REPORT), clocks.monthAfterNotification),
        ]
      : []),
    ...(clocks.ongoing === false
      ? [stage(find(ReportingStageKind.FINAL_REPORT), clocks.monthAfterNotification)]
      : []),
  ];
}

function basisOf({ basisTexts, kind }: ReportingStageRule, dueAt: Date | null): Text {
  const order: BasisKey[] = dueAt ? ['DUE'] : ['START_UNKNOWN', 'NO_CLOCK'];
  const text = order.map((key) => basisTexts[key]).find((one) => one !== undefined);
  if (!text) throw new Error(`The release does not say why ${kind} is due then.`);
  return text;
}
