import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { da } from '../../src/explorer/words/da.js';
import { en } from '../../src/explorer/words/en.js';
import { PATHS } from '../../src/paths.js';
import { HAS_BROWSER, launchBrowser, warnWithoutBrowser } from '../support/browser.js';
import { useKobling } from '../support/kobling.js';
import { axeProblems, focused, tabTo, visit, type Setting } from './explorer-page.js';

warnWithoutBrowser('the explorer');

const WORDS = { en, da };
/** Between them both languages, light and dark, a phone and a wall screen. */
const SETTINGS: Setting[] = [
  { lang: 'en', width: 1920, height: 1080, dark: false },
  { lang: 'da', width: 360, height: 740, dark: true },
];
const CROSSED: Setting[] = [
  { lang: 'da', width: 1920, height: 1080, dark: true },
  { lang: 'en', width: 360, height: 740, dark: false },
];

/** Every view with something in it, by the rest of its address. */
const VIEWS = [
  'matrix?open=nis2/21.2.c,GOVERNANCE&cell=nis2/21.2.c~iso27001-2022',
  'matrix?sector=I.8&standards=iso27001-2022,iso27001-2013&open=nis2/21.2.h&cell=nis2/21.2.h~iso27001-2013',
  'flow?',
  'flow?measure=21.2.c',
  'gaps?have=iso27001-2022/A.5.1:i,iso27001-2022/A.8.13:p',
  'scope?types=I.8.4&headcount=60&in=DK&main=DK',
  'scope?types=I.8.4&step=2',
  'scope?types=I.8.4&step=3&headcount=300',
  'scope?types=I.8.4&step=4',
  'clocks?aware=2026-01-30T10:00&notified=2026-01-31T10:00&country=DK&types=I.8.4',
];

(HAS_BROWSER ? describe : describe.skip)('the explorer in chromium', () => {
  const kobling = useKobling({ graphiqlFolder: PATHS.graphiql, explorerFolder: PATHS.explorer });
  const link = (path: string) => new URL(`/#/${path}`, kobling.url).href;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  describe.each([...SETTINGS, ...CROSSED])('in $lang, $width pixels wide, dark: $dark', (setting) => {
    const { lang = 'en', width = 0 } = setting;

    test.each(VIEWS)(
      '%s has no violation, asks nobody else, breaks no policy, fits the width',
      async (view) => {
        const { page, context, foreign, complaints } = await visit(browser, link(view), setting);
        await page.waitForLoadState('networkidle');
        expect(await page.evaluate('document.documentElement.lang')).toBe(lang);
        expect(await axeProblems(page)).toEqual([]);
        expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        await context.close();
      },
    );
  });

  describe.each(SETTINGS)('by keyboard alone, in $lang, $width pixels wide', (setting) => {
    const { lang = 'en' } = setting;
    const words = WORDS[lang];

    test('the matrix is walked, opened and explained, and the focus comes back', async () => {
      const { page, context } = await visit(browser, link('matrix'), setting);
      await page.locator('.matrix .cell[data-cell]').first().waitFor();
      await tabTo(page, '.matrix [data-place]');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.locator('.matrix button[aria-expanded="true"]').waitFor();
      const opened = await focused(page);
      await page.keyboard.press('ArrowRight');
      expect(await focused(page)).toContain(words.levels.PARTIAL);
      const cell = await page.evaluate('document.activeElement.dataset.cell');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: words.panel.remainder }).waitFor();
      await page.waitForFunction('document.activeElement.tagName === "H2"');
      expect(await page.locator('.panel .edge').count()).toBeGreaterThan(0);
      const edge = page.locator('.panel .edge[open]').first();
      for (const part of [words.panel.why, words.panel.gap, words.panel.sources])
        await edge.getByText(part, { exact: false }).first().waitFor();
      await page.keyboard.press('Escape');
      expect(await page.evaluate('document.activeElement.dataset.cell')).toBe(cell);
      await page.keyboard.press('Home');
      expect(await focused(page)).toBe(opened);
      await context.close();
    });

    test('scope is answered step by step, with the deciding article, and leads to the matrix', async () => {
      const { page, context } = await visit(browser, link('scope'), setting);
      await tabTo(page, '.step select');
      await page.locator('.step select').selectOption('I.8');
      await tabTo(page, '.step input[type=checkbox]');
      for (let at = 0; at < 3; at++) await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await page.getByText(words.scope.outcomes.NEEDS_DECISION).waitFor();
      expect(await page.locator('.questions li').count()).toBeGreaterThan(0);
      await tabTo(page, '.step .primary');
      await page.keyboard.press('Enter');
      await page.waitForFunction('document.activeElement.tagName === "H2"');
      expect(await focused(page)).toBe(`H2 ${words.scope.steps[1]}`);
      await tabTo(page, '.step .primary');
      await page.keyboard.press('Enter');
      await tabTo(page, '.step input[type=number]');
      await page.keyboard.type('300');
      await page.locator('.outcome-ESSENTIAL', { hasText: words.scope.outcomes.ESSENTIAL }).waitFor();
      const deciding = await page.locator('.reasons').first().textContent();
      expect(deciding).toContain(lang === 'en' ? 'Article 3(1)(a)' : 'Artikel 3, stk. 1, litra a)');
      await tabTo(page, 'a[href*="class=ESSENTIAL"]');
      await page.keyboard.press('Enter');
      await page.locator('.matrix .cell[data-cell]').first().waitFor();
      expect(await page.locator('.filters select').nth(1).inputValue()).toBe('ESSENTIAL');
      await context.close();
    });

    test('a list is pasted, what cannot be read is listed with what may be meant, and gaps close as clauses are marked', async () => {
      const { page, context } = await visit(browser, link('gaps'), setting);
      await tabTo(page, '#pasted');
      await page.keyboard.type('A.5.24\nA.15.1.1; \nno such thing\n27001 A.8.13');
      await tabTo(page, '.paste button');
      await page.keyboard.press('Enter');
      await page.getByText(words.gaps.readResult(2, 2)).first().waitFor();
      expect(await page.locator('.mark-rows li').count()).toBe(2);
      expect(await page.locator('.unreadable li').allTextContents()).toEqual([
        expect.stringContaining('A.15.1.1'),
        expect.stringContaining('no such thing'),
      ]);
      await tabTo(page, '.unreadable button');
      expect(await focused(page)).toContain('A.5.19');
      await page.keyboard.press('Enter');
      await page.locator('.mark-rows li').nth(2).waitFor();
      const before = await page.locator('.level-bar.large').getAttribute('aria-label');
      const proposed = await page.locator('.next li strong').first().textContent();
      await tabTo(page, '.next button');
      await page.keyboard.press('Enter');
      await page.locator(`.level-bar.large:not([aria-label="${before}"])`).waitFor();
      expect(await page.locator('.next li strong').first().textContent()).not.toBe(proposed);
      expect(page.url()).not.toContain('A.5.24');
      await context.close();
    });

    test('the clocks run, with times in the reader’s zone', async () => {
      const { page, context } = await visit(browser, link('clocks?aware=2026-01-30T10:00'), setting);
      const early = page.locator('.stage').first();
      await early.getByText(words.clocks.stages.EARLY_WARNING).waitFor();
      expect(await early.locator('.due').textContent()).toBe(
        lang === 'en'
          ? 'Sat, 31 January 2026 10:00 (UTC+01:00)'
          : 'lør. den 31. januar 2026 kl. 10.00 (UTC+01:00)',
      );
      expect(await page.locator('.without-time').count()).toBe(3);
      await tabTo(page, '.box input');
      await page.keyboard.press('Space');
      await page.locator('.stage').nth(1).locator('.due', { hasText: '31' }).waitFor();
      await context.close();
    });

    test('the flow leads from all measures to the clauses of one', async () => {
      const { page, context } = await visit(browser, link('flow'), setting);
      await page.locator('.band').first().waitFor();
      expect(await page.locator('.flow-choice').count()).toBe(10);
      await tabTo(page, '.flow-choice');
      await page.keyboard.press('Enter');
      await page.locator('.flow-choice').first().waitFor({ state: 'detached' });
      await page.locator('.plain tbody tr').first().waitFor();
      expect(await page.locator('.band').count()).toBe(await page.locator('.plain tbody tr').count());
      await context.close();
    });
  });
});
