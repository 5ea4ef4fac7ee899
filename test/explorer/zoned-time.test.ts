import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { momentOf, readableMoment, shortMoment } from '../../src/explorer/clocks/zoned-time.js';

describe('a moment on a clock on the wall', () => {
  test('is a moment in UTC, in winter and in summer', () => {
    expect(momentOf('2026-01-30T10:00', 'Europe/Copenhagen')).toBe('2026-01-30T09:00:00.000Z');
    expect(momentOf('2026-07-30T10:00', 'Europe/Copenhagen')).toBe('2026-07-30T08:00:00.000Z');
    expect(momentOf('2026-07-30T10:00', 'UTC')).toBe('2026-07-30T10:00:00.000Z');
  });

  test('is the first of two where clocks show an hour twice, because the earlier deadline is the safe one', () => {
    expect(momentOf('2026-10-25T02:30', 'Europe/Copenhagen')).toBe('2026-10-25T00:30:00.000Z');
  });

  test('counts on from before the jump where clocks skip an hour', () => {
    expect(momentOf('2026-03-29T02:30', 'Europe/Copenhagen')).toBe('2026-03-29T01:30:00.000Z');
  });

  test('agrees with a library of time for any hour that clocks show once', () => {
    const zones = ['Europe/Copenhagen', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland', 'UTC'];
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (date, zone) => {
          const local = DateTime.fromJSDate(date, { zone }).startOf('minute');
          fc.pre(local.getPossibleOffsets().length === 1);
          expect(momentOf(local.toFormat("yyyy-MM-dd'T'HH:mm"), zone)).toBe(local.toUTC().toISO());
        },
      ),
    );
  });

  test('is nothing if it cannot be read', () => {
    expect(momentOf('tomorrow', 'UTC')).toBeUndefined();
  });

  test('is read as people write it, with the offset, because an hour can come twice', () => {
    const local = '2026-10-25T02:30:00.000+01:00';
    expect(readableMoment(local, 'en')).toBe('Sun, 25 October 2026 02:30 (UTC+01:00)');
    expect(readableMoment(local, 'da')).toBe('søn. den 25. oktober 2026 kl. 02.30 (UTC+01:00)');
    expect(readableMoment('2026-10-25T02:30:00.000Z', 'en')).toContain('(UTC)');
    expect([shortMoment(local, 'en'), shortMoment(local, 'da')]).toEqual([
      '25 Oct 02:30',
      '25. okt. kl. 02.30',
    ]);
  });
});
