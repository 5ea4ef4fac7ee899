import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { PATHS, ROOT } from '../../src/paths.js';
import { HAS_BROWSER, launchBrowser, warnWithoutBrowser } from '../support/browser.js';
import { useKobling } from '../support/kobling.js';
import { visit, type Setting } from './explorer-page.js';

warnWithoutBrowser('the pictures of the explorer');

const MOST_BYTES = 200 * 1024;

const WIDE: Setting = { width: 1200, height: 740 };
const PICTURES: readonly (readonly [name: string, address: string, setting: Setting, shows: string])[] = [
  ['matrix-en', 'matrix?open=nis2/21.2.c&cell=nis2/21.2.c~iso27001-2022', WIDE, '.panel .edge'],
  ['matrix-da-dark', 'matrix?', { ...WIDE, lang: 'da', dark: true }, '.matrix .cell[data-cell]'],
  ['matrix-phone', 'matrix?', { width: 360, height: 740 }, '.matrix .cell[data-cell]'],
  ['flow-en', 'flow?standards=iso27001-2022', { width: 960, height: 600 }, '.band'],
  [
    'gaps-en',
    'gaps?have=iso27001-2022/A.5.1:i,iso27001-2022/A.8.13:p,iso27001-2022/A.5.24:i',
    WIDE,
    '.next li',
  ],
  ['scope-da', 'scope?types=I.8.4&headcount=300&in=DK&main=DK', { ...WIDE, lang: 'da' }, '.outcome'],
  ['clocks-en', 'clocks?aware=2026-01-30T10:00&notified=2026-01-31T10:00', WIDE, '.stage'],
];

/** The pictures of the docs. `npm run docs:pictures` writes them; otherwise it is held that they can be made. */
(HAS_BROWSER ? describe : describe.skip)('the pictures of the explorer', () => {
  const kobling = useKobling({ explorerFolder: PATHS.explorer });
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test.each(PICTURES)(
    '%s shows what it is for, in less than 200 KB',
    async (name, address, setting, shows) => {
      const { page, context } = await visit(browser, new URL(`/#/${address}`, kobling.url).href, setting);
      await page.locator(shows).first().waitFor();
      await page.waitForLoadState('networkidle');
      const picture = await page.screenshot({ animations: 'disabled' });
      expect(picture.length).toBeLessThan(MOST_BYTES);
      if (process.env.PICTURES) {
        const folder = path.join(ROOT, 'docs', 'pictures');
        await mkdir(folder, { recursive: true });
        await writeFile(path.join(folder, `${name}.png`), picture);
      }
      await context.close();
    },
  );
});
