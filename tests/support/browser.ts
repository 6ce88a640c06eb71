import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Whether the system's Chromium is missing; says so in one line where it is. */
export const chromiumIsAbsent = !existsSync(CHROMIUM);
if (chromiumIsAbsent)
  process.stderr.write(`Chromium: not found at ${CHROMIUM}; the tests of the page are skipped\n`);

const QUIET =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: QUIET.split(' ') });

/** A visitor with an own memory, who is told apart from others by nothing. `faults`: what the browser complains of. */
export async function visit(
  browser: Browser,
  url: string,
  { faults = [], ...options }: BrowserContextOptions & { faults?: string[] } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 780 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...options,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // That a server is away is said by the browser, too.
    if (message.type() === 'error' && !/WebSocket|ERR_CONNECTION_REFUSED/.test(message.text()))
      faults.push(message.text());
  });
  await page.goto(url);
  await page.getByRole('button', { name: '更多' }).waitFor();
  return page;
}
