import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { PATHS } from '../../src/paths.js';
import { HAS_BROWSER, launchBrowser, warnWithoutBrowser } from '../support/browser.js';
import { useKobling } from '../support/kobling.js';
import { OPERATIONS } from '../support/operations.js';

warnWithoutBrowser('GraphiQL');

const namesFor = (kind: string) =>
  OPERATIONS.filter(({ kindOfUser }) => kindOfUser === kind).map(({ name }) => name);
const operations = namesFor('analyst');

/** A tab's text ends with the title of its closing cross. */
const withoutIcon = (text: string) => text.replace(/close icon$/, '');

(HAS_BROWSER ? describe : describe.skip)('GraphiQL in chromium', () => {
  const kobling = useKobling({ graphiqlFolder: PATHS.graphiql });
  let browser: Browser;
  let page: Page;
  const foreign: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  async function open(address = kobling.url): Promise<void> {
    const context = await browser.newContext({ colorScheme: 'dark' });
    page = await context.newPage();
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (!['blob:', 'data:'].includes(protocol) && origin !== new URL(kobling.url).origin)
        foreign.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(address);
    await page.getByRole('tab').first().waitFor();
  }

  async function run(): Promise<{ data?: unknown; errors?: unknown }> {
    const [response] = await Promise.all([
      page.waitForResponse(
        (answer) =>
          answer.request().method() === 'POST' &&
          !(answer.request().postData() ?? '').includes('IntrospectionQuery'),
      ),
      page.getByRole('button', { name: /^Execute query/ }).click(),
    ]);
    return (await response.json()) as { data?: unknown; errors?: unknown };
  }

  test('shows a tab for every question of an analyst and runs each without an error', async () => {
    await open();
    const tabs = page.getByRole('tab');
    expect((await tabs.allTextContents()).map(withoutIcon)).toEqual(operations);
    for (const name of operations) {
      await page.getByRole('tab', { name }).click();
      await page.locator('.graphiql-query-editor').getByText(name).waitFor();
      const { data, errors } = await run();
      expect({ name, errors, answered: data !== undefined }).toEqual({
        name,
        errors: undefined,
        answered: true,
      });
    }
  });

  test('opens the questions of the other kinds of users from a menu, each in a tab that runs', async () => {
    const menu = page.getByLabel('Open an example');
    const others = [...namesFor('grc-platform'), ...namesFor('course-builder')];
    for (const name of others) {
      await menu.selectOption({ label: name });
      await page.getByRole('tab', { name, selected: true }).waitFor();
      await page.locator('.graphiql-query-editor').getByText(name).waitFor();
      const { data, errors } = await run();
      expect({ name, errors, answered: data !== undefined }).toEqual({
        name,
        errors: undefined,
        answered: true,
      });
    }
    expect(await page.getByRole('tab').count()).toBe(OPERATIONS.length);
  });

  test('has the explorer of the schema and the history of queries', async () => {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByText('root types', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'Show History' }).click();
    await page
      .getByRole('button', { name: operations[0] ?? '' })
      .first()
      .waitFor();
  });

  test('is dark for those who prefer it', async () => {
    const background = await page.evaluate<string>(
      "getComputedStyle(document.querySelector('.graphiql-container')).backgroundColor",
    );
    const lightness = [...background.matchAll(/[\d.]+%?/g)]
      .map(([value]) => Number.parseFloat(value))
      .slice(0, 3);
    expect(Math.max(...lightness)).toBeLessThan(100);
  });

  test('shares a query by a link that opens it', async () => {
    await page.getByRole('tab', { name: operations[1] ?? '' }).click();
    await page.getByRole('button', { name: /^Share/ }).click();
    await page.waitForURL(/#query=/);
    const link = page.url();
    await open(link);
    expect(withoutIcon((await page.getByRole('tab').allTextContents())[0] ?? '')).toBe(operations[1]);
    expect((await run()).errors).toBeUndefined();
  });

  test('asks no other origin for anything, and breaks no rule of its Content-Security-Policy', () => {
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('is served without inline script, and files that do not exist are not found', async () => {
    const response = await fetch(kobling.url, { headers: { accept: 'text/html' } });
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(/script-src[^;]*unsafe/.exec(policy)).toBeNull();
    expect(await response.text()).not.toMatch(/<script(?![^>]*src=)/);
    expect((await fetch(new URL('/graphiql/../package.json', kobling.url))).status).toBe(404);
    expect((await fetch(new URL('/graphiql/none.js', kobling.url))).status).toBe(404);
  });
});
