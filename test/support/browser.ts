import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where a Chromium is, or `null`: a fresh machine may have none, and tests then skip. */
export const findBrowser = (): string | null =>
  [process.env.ECC_TEST_BROWSER ?? '', ...USUAL].find((path) => path !== '' && existsSync(path)) ??
  null;

export const NO_BROWSER =
  'needs a browser: install Chromium, or name one in ECC_TEST_BROWSER; skipped';

/** Opens it without a window. Only call where {@link findBrowser} found one. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findBrowser() ?? '',
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
