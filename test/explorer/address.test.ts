import { describe, expect, test } from '@jest/globals';
import { EMPTY, readAddress, scopeOf, writeAddress, type Address } from '../../src/explorer/address.js';

const full: Address = {
  view: 'clocks',
  lang: 'da',
  sector: 'I.8',
  entityClass: 'ESSENTIAL',
  standards: ['iso27001-2022', 'iso22301-2019'],
  open: ['nis2/21.2.c', 'GOVERNANCE'],
  cell: 'nis2/21.2.c|cir/4.1.1~together',
  measure: '21.2.c',
  step: 3,
  profile: {
    types: ['I.8.4'],
    circumstances: ['SOLE_PROVIDER'],
    size: 'LARGE',
    headcount: 60,
    turnover: 12_000_000.5,
    balance: 0,
    establishedIn: ['DK', 'SE'],
    servesIn: ['DE'],
    mainEstablishment: 'DK',
  },
  incident: {
    aware: '2026-01-30T10:00',
    notified: '2026-01-31T10:00',
    handled: '2026-02-03T10:00',
    zone: 'Europe/Copenhagen',
    ongoing: 'no',
    trust: true,
    country: 'DK',
  },
  have: 'iso27001-2022/A.5.1:i,iso22301-2019/8.4.4:p',
};

describe('an address of the explorer', () => {
  test('comes back from its link as it was', () => {
    expect(readAddress(writeAddress(full), 'en')).toEqual(full);
    const start = { ...EMPTY, lang: 'en' as const };
    expect(readAddress(writeAddress(start), 'da')).toMatchObject(start);
  });

  test('stays short where nothing was chosen', () => {
    expect(writeAddress({ ...EMPTY, lang: 'en' })).toBe('#/matrix?lang=en');
  });

  test('is a fragment: nothing in it reaches the server', () => {
    const link = new URL(writeAddress(full), 'http://kobling.example/');
    expect([link.pathname, link.search]).toEqual(['/', '']);
  });

  test('opens what it can of a link that is old, broken or of somebody else', () => {
    const read = readAddress(
      '#/nowhere?lang=xx&class=GREAT&step=99&headcount=-1&size=HUGE&ongoing=perhaps',
      'da',
    );
    expect(read).toMatchObject({ view: 'matrix', lang: 'da', step: 4 });
    expect([read.entityClass, read.profile.headcount, read.profile.size, read.incident.ongoing]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(readAddress('', 'en').view).toBe('matrix');
  });

  test('names a scope only where something narrows it', () => {
    expect(scopeOf({ ...EMPTY, lang: 'en' })).toEqual({});
    expect(scopeOf(full)).toEqual({ sectors: ['sector/nis2/I.8'], entityClass: 'ESSENTIAL' });
  });
});
