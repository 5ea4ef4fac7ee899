/** Questions that no rule asks but the code does: figures, place, and the Member State with jurisdiction. */
export const ASKED = [
  'headcount',
  'turnoverEur',
  'balanceSheetEur',
  'IN_UNION',
  'ESTABLISHMENT',
  'PLACE_OF_SERVICE',
  'MAIN_ESTABLISHMENT',
  'REPRESENTATIVE',
  'ESTABLISHING_MEMBER_STATE',
] as const;

export type Asked = (typeof ASKED)[number];
