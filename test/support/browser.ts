import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
  existsSync(file),
);

export const HAS_BROWSER = CHROMIUM !== undefined;

/** Says loudly that tests are skipped where there is no browser to run them. */
export function warnWithoutBrowser(what: string): void {
  if (!HAS_BROWSER)
    console.warn(`NO BROWSER: the tests of ${what} in chromium are SKIPPED. Install chromium to run them.`);
}

/** Debian's chromium, kept from asking anybody for anything by itself. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
