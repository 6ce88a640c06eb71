import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { ROOT } from '../../src/root.js';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Whether the system's Chromium is missing; says so in one line where it is. */
export const chromiumIsAbsent = !existsSync(CHROMIUM);
if (chromiumIsAbsent)
  process.stderr.write(`Chromium: not found at ${CHROMIUM}; the tests of the page are skipped\n`);

const QUIET =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: QUIET.split(' ') });

/** What tests need in the page: axe, measures, and stand-ins for ear and voice. */
const INSTRUMENTS = [
  'node_modules/axe-core/axe.min.js',
  'tests/e2e/measures.js',
  'tests/e2e/voices.js',
] as const;

/** What a browser reports of itself when a server is away; said to the user by the page. */
const EXPECTED = /WebSocket|ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED/;

/**
 * Opens the page as a new visitor, with an own memory. `faults` receives what the browser complains of; `now`: what its
 * clock says.
 */
export async function visit(
  browser: Browser,
  url: string,
  { faults = [], now, ...options }: BrowserContextOptions & { faults?: string[]; now?: Date } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 780 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...options,
  });
  for (const instrument of INSTRUMENTS) await context.addInitScript({ path: join(ROOT, instrument) });
  if (now) await context.clock.setFixedTime(now);
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) faults.push(message.text());
  });
  await page.goto(url);
  // The shell that is there before the script has no buttons.
  await page.locator('.top button:visible').first().waitFor();
  return page;
}

/** Shows the page in this size and theme, as its settings do. */
export async function wear(page: Page, { size, theme, elderly }: Look): Promise<void> {
  const look = JSON.stringify({
    size: `${size}px`,
    theme,
    elderly: String(elderly),
    large: String(size >= 28),
  });
  await page.evaluate(`{
    const { size, ...data } = ${look};
    document.documentElement.style.setProperty('--size', size);
    Object.assign(document.documentElement.dataset, data);
  }`);
}

export interface Look {
  size: number;
  theme: 'light' | 'dark';
  elderly: boolean;
}
