import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Addresses of other origins that were asked for; must stay empty. */
  foreign: string[];
  /** What the console says is wrong, breaches of the Content-Security-Policy among it; must stay empty. */
  complaints: string[];
}

export interface Setting {
  lang?: 'en' | 'da';
  dark?: boolean;
  width?: number;
  height?: number;
}

/** Opens an address of the explorer in a browser of its own, with what it must not do being watched. */
export async function visit(browser: Browser, url: string, setting: Setting = {}): Promise<Visit> {
  const { lang = 'en', dark = false, width = 1366, height = 900 } = setting;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    locale: lang === 'da' ? 'da-DK' : 'en-GB',
    timezoneId: 'Europe/Copenhagen',
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (!['blob:', 'data:'].includes(protocol) && origin !== new URL(url).origin) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, context, foreign, complaints };
}

/** What axe finds wrong by WCAG 2.2 AA and its best practices, rule by rule with the places. */
export async function axeProblems(page: Page): Promise<string[]> {
  // The policy of the page allows no script of ours: it is run by the debugger, as a user's tool would be.
  await page.evaluate(axe.source);
  const found = await page.evaluate<axe.AxeResults>(
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
  );
  return found.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`).join('; ')}`,
  );
}

/** The accessible name of what has the focus, and what it is. */
export function focused(page: Page): Promise<string> {
  return page.evaluate<string>(
    '(() => { const on = document.activeElement; return `${on.tagName} ${on.getAttribute("aria-label") ?? on.textContent.trim().slice(0, 120)}`; })()',
  );
}

/** Tab until what has the focus fits; a path that cannot be walked by keyboard fails here. */
export async function tabTo(page: Page, selector: string, most = 80): Promise<void> {
  for (let step = 0; step < most; step++) {
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No Tab leads to ${selector}; the focus is on ${await focused(page)}`);
}
