import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumIsAbsent, type Look, launchChromium, visit, wear } from '../support/browser.js';
import { temporaryFolder } from '../support/desk.js';
import { type Served, serveProgram } from '../support/program.js';
import { SCENES } from './scenes.js';

const LOOKS: readonly Look[] = [
  { size: 18, theme: 'light', elderly: false },
  { size: 18, theme: 'dark', elderly: false },
  { size: 32, theme: 'light', elderly: true },
  { size: 32, theme: 'dark', elderly: true },
];

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** What axe finds, each in one line. */
async function violations(page: Page): Promise<string[]> {
  const found = (await page.evaluate(
    'axe.run({ resultTypes: ["violations"] }).then((r) => r.violations)',
  )) as Violation[];
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

describe.skipIf(chromiumIsAbsent)('every screen and state, in both sizes and both themes', () => {
  let server: Served;
  let browser: Browser;

  beforeAll(async () => {
    server = await serveProgram({ YIWEN_DATA: temporaryFolder(), YIWEN_NOW: '2026-11-23T08:00:00+08:00' });
    browser = await launchChromium();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGTERM');
  });

  it.each(SCENES)('$name', async ({ reach }) => {
    const page = await visit(browser, server.url);
    await reach(page);
    for (const look of LOOKS) {
      await wear(page, look);
      expect(await violations(page), JSON.stringify(look)).toEqual([]);
    }
    // 2021 norm: text from 18 to 30 and more, 60 for the main things to touch and 44 for all others.
    const least = { leastTouch: 44, leastMain: 60 };
    await page.setViewportSize({ width: 320, height: 640 });
    await wear(page, { size: 18, theme: 'light', elderly: false });
    expect(await page.evaluate(`measure(${JSON.stringify({ ...least, leastText: 18 })})`)).toEqual([]);
    await page.setViewportSize({ width: 400, height: 640 });
    await wear(page, { size: 36, theme: 'light', elderly: true });
    expect(await page.evaluate(`measure(${JSON.stringify({ ...least, leastText: 30 })})`)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(`measure(${JSON.stringify({ ...least, leastText: 24 })})`)).toEqual([]);
    await page.context().close();
  });
});
