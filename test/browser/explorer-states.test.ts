import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse as parseCsv } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { en } from '../../src/explorer/words/en.js';
import { PATHS } from '../../src/paths.js';
import { writeWorkbook } from '../../src/spreadsheets/workbook.js';
import { HAS_BROWSER, launchBrowser, warnWithoutBrowser } from '../support/browser.js';
import { useKobling } from '../support/kobling.js';
import { visit } from './explorer-page.js';

warnWithoutBrowser('the explorer');

/** The first view with everything it asks for, as it comes over the wire to a browser that has nothing. */
const MOST_BYTES = 200 * 1024;

(HAS_BROWSER ? describe : describe.skip)('states and files of the explorer in chromium', () => {
  const kobling = useKobling({ graphiqlFolder: PATHS.graphiql, explorerFolder: PATHS.explorer });
  const link = (path: string) => new URL(`/#/${path}`, kobling.url).href;
  const cells = (page: Page) => page.locator('.matrix .cell[data-cell]');
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  /** Presses a button of the bar and reads the file that comes of it. */
  async function save(page: Page, name: string): Promise<{ file: string; content: Buffer }> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ]);
    return { file: download.suggestedFilename(), content: await readFile(await download.path()) };
  }

  test('the first view, answers of the API included, is under 200 KB on the wire', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    let bytes = 0;
    network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.goto(new URL('/', kobling.url).href);
    await cells(page).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThan(MOST_BYTES);
    await context.close();
  });

  test('what nobody assessed looks, reads and is called otherwise than what is not covered', async () => {
    const { page, context } = await visit(
      browser,
      link('matrix?lang=en&standards=iso27001-2022,iso27001-2013'),
    );
    const [none, unassessed] = [
      page.locator('.matrix .level-NONE'),
      page.locator('.matrix .level-UNASSESSED'),
    ];
    await unassessed.first().waitFor();
    const looks = (selector: string) =>
      page.evaluate<string[]>(
        `(() => { const on = document.querySelector('${selector}'); return [getComputedStyle(on).backgroundImage, on.querySelector('svg').innerHTML, on.getAttribute('aria-label')]; })()`,
      );
    const [plain, hatched] = [await looks('.matrix .level-NONE'), await looks('.matrix .level-UNASSESSED')];
    expect([plain[0], plain[2]]).toEqual(['none', en.levels.NONE]);
    expect(hatched[0]).toContain('repeating-linear-gradient');
    expect(hatched[1]).not.toBe(plain[1]);
    expect(hatched[2]).toBe(en.levels.UNASSESSED);
    expect(await none.count()).toBeGreaterThan(0);
    await unassessed.first().click();
    await page.locator('.panel').waitFor();
    await context.close();
  });

  test('a link opens the state it was copied in, and back and forward walk through the states', async () => {
    const { page, context } = await visit(browser, link('matrix?lang=en'));
    await cells(page).first().waitFor();
    await page.locator('.filters select').first().selectOption('I.8');
    await page.locator('[data-cell="nis2/21.2.c~iso27011-2024"]').click();
    await page.locator('.panel .duty-links button').first().click();
    const heading = page.locator('#panel-title');
    await page.locator('.panel .edge').first().waitFor();
    const title = await heading.textContent();
    await page.getByRole('button', { name: en.page.copyLink }).click();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toBe(page.url());
    const second = await visit(browser, copied);
    await second.page.locator('.panel .edge').first().waitFor();
    expect(await second.page.locator('#panel-title').textContent()).toBe(title);
    expect(await second.page.locator('.filters select').first().inputValue()).toBe('I.8');
    await second.context.close();
    await page.goBack();
    await page.locator('.panel .duty-links').waitFor();
    await page.goBack();
    await page.goBack();
    expect(await page.locator('.filters select').first().inputValue()).toBe('');
    await page.goForward();
    expect(await page.locator('.filters select').first().inputValue()).toBe('I.8');
    await context.close();
  });

  test('marks stay in the tab: in no address, and in a link only when it is asked for', async () => {
    const { page, context } = await visit(browser, link('gaps?lang=en'));
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.locator('#pasted').fill('A.5.24');
    await page.locator('.paste button').click();
    await page.locator('.mark-rows li').waitFor();
    expect(page.url()).not.toContain('A.5.24');
    expect(asked.every((url) => new URL(url).search === '' && !url.includes('A.5.24'))).toBe(true);
    await page.reload();
    await page.locator('.mark-rows li').waitFor();
    await page.getByRole('button', { name: en.page.copyLink }).click();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).not.toContain('A.5.24');
    await page.getByRole('button', { name: en.gaps.share }).click();
    const shared = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(shared).toContain('A.5.24');
    const second = await visit(browser, shared);
    await second.page.locator('.mark-rows li').waitFor();
    expect(second.page.url()).not.toContain('A.5.24');
    await second.context.close();
    await page.getByRole('link', { name: en.page.views.matrix, exact: true }).click();
    await page.getByRole('columnheader', { name: en.matrix.ours }).waitFor();
    await context.close();
  });

  test('the matrix is saved as CSV, SVG and PNG that can be read', async () => {
    const { page, context, complaints } = await visit(browser, link('matrix?lang=en&open=nis2/21.2.c'));
    await cells(page).first().waitFor();
    await page.locator('.matrix .cell.waiting').first().waitFor({ state: 'detached' });
    const csv = await save(page, 'CSV');
    const rows = parseCsv<Record<string, string>>(csv.content, { bom: true, columns: true });
    expect(rows).toHaveLength(await cells(page).count());
    expect(new Set(rows.map(({ level }) => level))).toContain('PARTIAL');
    const svg = await save(page, 'SVG');
    expect(svg.file).toBe('kobling-matrix.svg');
    expect(await isXml(page, svg.content.toString())).toBe(true);
    expect(svg.content.toString().match(/<rect data-level=/g)).toHaveLength(rows.length);
    const png = await save(page, 'PNG');
    expect(png.content.subarray(1, 4).toString()).toBe('PNG');
    expect(png.content.readUInt32BE(16)).toBeGreaterThan(1000);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('the flow is saved as it is seen, with its colours in the file', async () => {
    const { page, context } = await visit(browser, link('flow?lang=en&measure=21.2.h'));
    await page.locator('.band').first().waitFor();
    const text = (await save(page, 'SVG')).content.toString();
    expect(await isXml(page, text)).toBe(true);
    expect(text.match(/<path[^>]*stroke="(color|rgb)/g)).toHaveLength(await page.locator('.band').count());
    expect(text).not.toMatch(/class=|tabindex=/);
    const table = parseCsv((await save(page, 'CSV')).content, { bom: true, columns: true });
    expect(table).toHaveLength(await page.locator('.plain tbody tr').count());
    expect((await save(page, 'PNG')).content.subarray(1, 4).toString()).toBe('PNG');
    await context.close();
  });

  test('prints the matrix whole, without what only a screen needs', async () => {
    const { page, context } = await visit(browser, link('matrix?lang=en'), { dark: true });
    await cells(page).first().waitFor();
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['.top nav', '.filters', '.tools'])
      expect(await page.isVisible(selector)).toBe(false);
    expect(await page.evaluate("getComputedStyle(document.querySelector('.scroll')).overflow")).toBe(
      'visible',
    );
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    await context.close();
  });

  test('the switch of appearance goes over what the system says, and is remembered', async () => {
    const { page, context } = await visit(browser, link('matrix?lang=en'));
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const light = await ground();
    await page.getByLabel(en.page.appearance).selectOption('dark');
    await page.locator('html[data-theme="dark"]').waitFor();
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.reload();
    await cells(page).first().waitFor();
    expect(await ground()).toBe(dark);
    await context.close();
  });

  test('says in words that a service reads no files, and shows what another could not read', async () => {
    const { page, context } = await visit(browser, link('gaps?lang=en'));
    const answers = [
      { status: 404, json: { errors: [{ message: 'none' }] } },
      {
        status: 200,
        json: {
          release: '0',
          clauses: [
            {
              row: 2,
              reference: 'A.5.1',
              clauseId: 'clause/iso27001-2022/A.5.1',
              implemented: false,
              status: 'PARTIAL',
            },
          ],
          unreadable: [
            {
              row: 3,
              cells: ['A.99', 'x'],
              reason: 'No such clause.',
              suggestions: ['clause/iso27001-2022/A.5.9'],
            },
          ],
        },
      },
    ];
    await page.route('**/import/soa', (route) => route.fulfill(answers.shift()));
    const drop = () =>
      page.locator('input[type=file]').setInputFiles({
        name: 'soa.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('reference,implemented\r\nA.5.1,yes\r\nA.99,x\r\n'),
      });
    await drop();
    await page.getByText(en.gaps.fileUnavailable).waitFor();
    await drop();
    await page.locator('.mark-rows li').waitFor();
    expect(await page.locator('.mark-rows select').inputValue()).toBe('PARTIAL');
    expect(await page.locator('.unreadable li').textContent()).toMatch(
      /Row 3.*A\.99.*No such clause\..*A\.5\.9/,
    );
    await context.close();
  });

  test('a workbook that is dropped is read by the service, and what cannot be read is listed', async () => {
    const { page, context } = await visit(browser, link('gaps?lang=en'));
    const workbook = await writeWorkbook(
      [
        {
          name: 'SoA',
          header: ['Control', 'Implemented'],
          widths: [12, 12],
          rows: [
            ['A.5.1', 'yes'],
            ['A.8.13', 'no'],
            ['A.99', 'yes'],
          ],
        },
      ],
      '2026-01-01',
    );
    await page.locator('input[type=file]').setInputFiles({
      name: 'soa.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: workbook,
    });
    await page.locator('.mark-rows li').first().waitFor();
    expect(await page.locator('.mark-rows li').first().textContent()).toContain('A.5.1');
    expect(await page.locator('.unreadable li').textContent()).toContain('A.99');
    await context.close();
  });

  const isXml = (page: Page, text: string) =>
    page.evaluate<boolean>(
      `new DOMParser().parseFromString(${JSON.stringify(text)}, 'image/svg+xml').querySelector('parsererror') === null`,
    );
});
