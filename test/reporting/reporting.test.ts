import { describe, expect, test } from '@jest/globals';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();

const TIMELINE = `query ($input: ReportingTimelineInput!) { reportingTimeline(input: $input) {
  stages { kind dueAt dueAtLocal mandatory obligation { id } basis da: basis(language: DA) content contentDa: content(language: DA) recipient authorities { name(language: DA) } } } }`;

interface Stage {
  kind: string;
  dueAt: string | null;
  dueAtLocal: string | null;
  mandatory: boolean;
  obligation: { id: string };
  basis: string;
  da: string;
  content: string[];
  contentDa: string[];
  recipient: string;
  authorities: { name: string }[];
}

const stagesFor = async (input: object): Promise<Stage[]> => {
  const { data, errors } = await kobling.ask(TIMELINE, { input });
  expect(errors).toBeUndefined();
  return data.reportingTimeline.stages as Stage[];
};
const due = (stages: Stage[], kind: string) => stages.find((stage) => stage.kind === kind)?.dueAt;

describe('hours', () => {
  // In Copenhagen clocks go forward on 29 March 2026 and back on 25 October 2026, both at 01:00 UTC.
  test.each([
    ['2026-01-10T08:00:00Z', 'Europe/Copenhagen', '2026-01-11T08:00:00.000Z', '2026-01-13T08:00:00.000Z'],
    [
      '2026-03-28T12:00:00+01:00',
      'Europe/Copenhagen',
      '2026-03-29T11:00:00.000Z',
      '2026-03-31T11:00:00.000Z',
    ],
    [
      '2026-10-24T12:00:00+02:00',
      'Europe/Copenhagen',
      '2026-10-25T10:00:00.000Z',
      '2026-10-27T10:00:00.000Z',
    ],
    ['2026-03-29T00:30:00Z', 'Europe/Copenhagen', '2026-03-30T00:30:00.000Z', '2026-04-01T00:30:00.000Z'],
    ['2026-12-31T23:59:59Z', 'UTC', '2027-01-01T23:59:59.000Z', '2027-01-03T23:59:59.000Z'],
    ['2028-02-28T10:00:00Z', 'UTC', '2028-02-29T10:00:00.000Z', '2028-03-02T10:00:00.000Z'],
    ['2027-02-28T10:00:00Z', 'UTC', '2027-03-01T10:00:00.000Z', '2027-03-03T10:00:00.000Z'],
    ['2026-03-08T06:00:00Z', 'America/New_York', '2026-03-09T06:00:00.000Z', '2026-03-11T06:00:00.000Z'],
    ['2026-11-01T05:30:00Z', 'America/New_York', '2026-11-02T05:30:00.000Z', '2026-11-04T05:30:00.000Z'],
    ['2026-06-01T00:00:00Z', 'Asia/Kolkata', '2026-06-02T00:00:00.000Z', '2026-06-04T00:00:00.000Z'],
  ])('are elapsed hours: aware %s in %s', async (becameAwareAt, timeZone, warning, notification) => {
    const stages = await stagesFor({ becameAwareAt, timeZone });
    expect(due(stages, 'EARLY_WARNING')).toBe(warning);
    expect(due(stages, 'INCIDENT_NOTIFICATION')).toBe(notification);
  });

  test.each([
    ['2026-01-10T08:00:00Z', '2026-01-11T08:00:00.000Z'],
    ['2026-03-28T11:00:00Z', '2026-03-29T11:00:00.000Z'],
    ['2026-10-24T10:00:00Z', '2026-10-25T10:00:00.000Z'],
  ])(
    'are 24 for the notification where trust services are affected: aware %s',
    async (becameAwareAt, notification) => {
      const stages = await stagesFor({ becameAwareAt, trustServiceAffected: true });
      expect(due(stages, 'INCIDENT_NOTIFICATION')).toBe(notification);
      expect(stages.find(({ kind }) => kind === 'INCIDENT_NOTIFICATION')?.obligation.id).toBe(
        'obligation/nis2/23.4',
      );
    },
  );

  test('are told on the clocks of the zone too', async () => {
    const [warning] = await stagesFor({
      becameAwareAt: '2026-03-28T12:00:00+01:00',
      timeZone: 'Europe/Copenhagen',
    });
    // 24 elapsed hours over the night of the change: one o'clock, not twelve.
    expect(warning?.dueAtLocal).toBe('2026-03-29T13:00:00.000+02:00');
  });
});

describe('the month', () => {
  test.each([
    ['2026-01-31T10:00:00Z', 'UTC', '2026-02-28T10:00:00.000Z'],
    ['2028-01-31T10:00:00Z', 'UTC', '2028-02-29T10:00:00.000Z'],
    ['2028-01-30T10:00:00Z', 'UTC', '2028-02-29T10:00:00.000Z'],
    ['2028-02-29T10:00:00Z', 'UTC', '2028-03-29T10:00:00.000Z'],
    ['2026-02-28T10:00:00Z', 'UTC', '2026-03-28T10:00:00.000Z'],
    ['2026-03-31T10:00:00Z', 'UTC', '2026-04-30T10:00:00.000Z'],
    ['2026-05-31T10:00:00Z', 'UTC', '2026-06-30T10:00:00.000Z'],
    ['2026-08-31T10:00:00Z', 'UTC', '2026-09-30T10:00:00.000Z'],
    ['2026-10-31T10:00:00Z', 'UTC', '2026-11-30T10:00:00.000Z'],
    ['2026-12-31T10:00:00Z', 'UTC', '2027-01-31T10:00:00.000Z'],
    ['2026-11-30T10:00:00Z', 'UTC', '2026-12-30T10:00:00.000Z'],
    ['2026-12-15T10:00:00Z', 'UTC', '2027-01-15T10:00:00.000Z'],
    // Same time on the wall after the clocks went forward: an hour earlier in UTC.
    ['2026-03-10T09:00:00Z', 'Europe/Copenhagen', '2026-04-10T08:00:00.000Z'],
    // And back: an hour later in UTC.
    ['2026-10-10T08:00:00Z', 'Europe/Copenhagen', '2026-11-10T09:00:00.000Z'],
    // A time that the change skips is moved behind it.
    ['2026-02-28T01:30:00Z', 'Europe/Copenhagen', '2026-03-28T01:30:00.000Z'],
    ['2027-02-28T01:30:00Z', 'Europe/Copenhagen', '2027-03-28T01:30:00.000Z'],
    // Late on the 31st in UTC is already the 1st in Copenhagen.
    ['2026-01-31T23:30:00Z', 'Europe/Copenhagen', '2026-02-28T23:30:00.000Z'],
    ['2026-01-31T23:30:00Z', 'UTC', '2026-02-28T23:30:00.000Z'],
    ['2026-03-31T22:30:00Z', 'Europe/Copenhagen', '2026-04-30T22:30:00.000Z'],
    ['2026-03-31T22:30:00Z', 'UTC', '2026-04-30T22:30:00.000Z'],
    ['2026-02-28T23:30:00Z', 'Europe/Copenhagen', '2026-03-31T22:30:00.000Z'],
    ['2026-01-31T12:00:00Z', 'Pacific/Auckland', '2026-02-28T12:00:00.000Z'],
    ['2026-04-30T20:00:00Z', 'Pacific/Kiritimati', '2026-05-31T20:00:00.000Z'],
  ])(
    'is a calendar month from the submission: %s in %s',
    async (notificationSubmittedAt, timeZone, finalReport) => {
      const stages = await stagesFor({
        becameAwareAt: '2026-01-01T00:00:00Z',
        notificationSubmittedAt,
        ongoing: false,
        timeZone,
      });
      expect(stages.map(({ kind }) => kind)).toEqual([
        'EARLY_WARNING',
        'INCIDENT_NOTIFICATION',
        'INTERMEDIATE_REPORT',
        'FINAL_REPORT',
      ]);
      expect(due(stages, 'FINAL_REPORT')).toBe(finalReport);
    },
  );

  test('runs from the submission, not from when it was due', async () => {
    const early = await stagesFor({
      becameAwareAt: '2026-05-01T00:00:00Z',
      notificationSubmittedAt: '2026-05-01T06:00:00Z',
      ongoing: false,
    });
    expect(due(early, 'FINAL_REPORT')).toBe('2026-06-01T06:00:00.000Z');
  });

  test('has no date where the submission is not known, and says so', async () => {
    const stages = await stagesFor({ becameAwareAt: '2026-05-01T00:00:00Z', ongoing: false });
    const final = stages.find(({ kind }) => kind === 'FINAL_REPORT');
    expect(final).toMatchObject({ dueAt: null, dueAtLocal: null });
    expect(final?.basis).toContain('is not given, so there is no date');
  });
});

describe('an ongoing incident', () => {
  const known = { becameAwareAt: '2026-05-01T00:00:00Z', notificationSubmittedAt: '2026-05-03T00:00:00Z' };

  test('has a progress report in place of the final one, which comes a month after handling', async () => {
    const stages = await stagesFor({ ...known, ongoing: true, incidentHandledAt: '2026-07-31T00:00:00Z' });
    expect(due(stages, 'PROGRESS_REPORT')).toBe('2026-06-03T00:00:00.000Z');
    expect(due(stages, 'FINAL_REPORT')).toBe('2026-08-31T00:00:00.000Z');
    expect(stages.at(-1)?.obligation.id).toBe('obligation/nis2/23.4.e');
  });

  test('has no date for its final report until it is handled', async () => {
    const stages = await stagesFor({ ...known, ongoing: true });
    expect(stages.at(-1)).toMatchObject({
      kind: 'FINAL_REPORT',
      dueAt: null,
      basis: expect.stringContaining('no date'),
    });
  });

  test.each([
    ['2026-06-02T23:59:59Z', ['FINAL_REPORT']],
    ['2026-06-03T00:00:00Z', ['FINAL_REPORT']],
    ['2026-06-03T00:00:01Z', ['PROGRESS_REPORT', 'FINAL_REPORT']],
  ])('is told by the dates where nobody says: handled %s', async (incidentHandledAt, last) => {
    const kinds = (await stagesFor({ ...known, incidentHandledAt })).map(({ kind }) => kind);
    expect(kinds.slice(3)).toEqual(last);
  });

  test('may still be: then the progress report is told as what may come', async () => {
    const stages = await stagesFor(known);
    expect(stages.slice(3).map(({ kind, mandatory }) => [kind, mandatory])).toEqual([
      ['PROGRESS_REPORT', false],
      ['FINAL_REPORT', true],
    ]);
  });
});

describe('every stage', () => {
  test('says what it must hold, why then, and to whom, in both languages', async () => {
    for (const stage of await stagesFor({ becameAwareAt: '2026-05-01T00:00:00Z', ongoing: true })) {
      expect(stage.basis).not.toBe(stage.da);
      expect(stage.content.length).toBeGreaterThan(0);
      expect(stage.contentDa).not.toEqual(stage.content);
      expect(stage.recipient).toContain('CSIRT');
    }
  });

  test('without a clock has no date and says so', async () => {
    const stages = await stagesFor({ becameAwareAt: '2026-05-01T00:00:00Z' });
    expect(stages.find(({ kind }) => kind === 'INTERMEDIATE_REPORT')).toMatchObject({
      dueAt: null,
      mandatory: false,
      basis: expect.stringContaining('sets no time'),
    });
  });

  test('names the authority of the sector in Denmark', async () => {
    const [warning] = await stagesFor({
      becameAwareAt: '2026-05-01T00:00:00Z',
      country: 'DK',
      entityTypes: ['entity-type/nis2/I.6.1'],
    });
    expect(warning?.authorities).toEqual([{ name: 'Miljøstyrelsen' }]);
  });
});

test.each([
  [
    { timeZone: 'Europe/Kopenhagen' },
    'there is no time zone "Europe/Kopenhagen". Did you mean Europe/Copenhagen',
  ],
  [{ timeZone: '' }, 'there is no time zone ""'],
  [
    { notificationSubmittedAt: '2026-04-30T23:59:59Z' },
    'input.notificationSubmittedAt is 2026-04-30T23:59:59.000Z, before',
  ],
  [{ incidentHandledAt: '2026-04-01T00:00:00Z' }, 'input.incidentHandledAt is'],
  [{ country: 'SE', entityTypes: ['entity-type/nis2/I.6.1'] }, 'the authorities of "SE" are not held'],
  [{ country: 'DK', entityTypes: ['entity-type/nis2/I.99'] }, 'input.entityTypes: there is no'],
])('refuses what cannot be: %j', async (more, message) => {
  const { errors } = await kobling.ask(TIMELINE, {
    input: { becameAwareAt: '2026-05-01T00:00:00Z', ...more },
  });
  expect(errors?.[0]?.message).toContain(message);
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('refuses a moment that is none', async () => {
  const { errors } = await kobling.ask(TIMELINE, { input: { becameAwareAt: 'yesterday' } });
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
