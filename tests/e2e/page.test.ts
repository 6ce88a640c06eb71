import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOOD } from '../support/bad-input.js';
import { chromiumIsAbsent, launchChromium, visit } from '../support/browser.js';
import { temporaryFolder } from '../support/desk.js';
import { type Served, serveProgram } from '../support/program.js';

describe.skipIf(chromiumIsAbsent)('the page in Chromium', () => {
  const env = { YIWEN_DATA: temporaryFolder() };
  let server: Served;
  let browser: Browser;
  const faults: string[] = [];

  beforeAll(async () => {
    server = await serveProgram(env);
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGTERM');
  });

  const open = (width = 390): Promise<Page> =>
    visit(browser, server.url, { faults, viewport: { width, height: 700 } });
  const field = (page: Page) => page.getByRole('textbox', { name: '想问什么' });
  const replies = (page: Page) => page.locator('.Message.left:has(.tools)');
  const own = (page: Page) => page.locator('.Message.right');

  async function say(page: Page, text: string): Promise<void> {
    await field(page).fill(text);
    await field(page).press('Enter');
  }

  async function choosePlace(page: Page, name: string): Promise<void> {
    await page
      .getByRole('button', { name: /老人在/ })
      .first()
      .click();
    await page.getByRole('button', { name }).click();
  }

  it('answers for the place chosen, and opens the clause it answers from', async () => {
    const page = await open();
    await choosePlace(page, '怀化市鹤城区');
    await say(page, GOOD.text);
    await expect.poll(() => replies(page).count()).toBe(1);
    await page
      .getByRole('button', { name: /看原文/ })
      .first()
      .click();
    await page.locator('mark').first().waitFor();
    await page.getByRole('button', { name: '返回' }).click();
    await page.getByRole('button', { name: '再说一遍' }).click();
    await expect.poll(() => replies(page).count()).toBe(2);
    await page.close();
  });

  it('puts the number to ring first, as a link that dials', async () => {
    const page = await open();
    await say(page, '我爸突然胸口疼得厉害，喘不上气');
    const first = page.locator('[data-danger="true"] .Message-inner > *').first();
    expect(await first.locator('a').first().getAttribute('href')).toBe('tel:120');
    await page.close();
  });

  it('keeps conversation, place and draft over a reload', async () => {
    const page = await open();
    await choosePlace(page, '怀化市鹤城区');
    await say(page, '你好');
    await expect.poll(() => replies(page).count()).toBe(1);
    await field(page).fill('还没写完');
    await page.reload();
    await expect.poll(() => field(page).inputValue()).toBe('还没写完');
    expect(await page.getByRole('button', { name: /老人在：怀化市鹤城区/ }).count()).toBe(1);
    expect(await own(page).count()).toBe(1);
    expect(await replies(page).count()).toBe(1);
    await page.close();
  });

  it('shows markup as the text it is', async () => {
    const page = await open();
    const markup = '<img src=x onerror=alert(1)><b>三无</b>';
    await say(page, markup);
    await expect.poll(() => replies(page).count()).toBe(1);
    expect(await own(page).locator('.Bubble').textContent()).toBe(markup);
    expect(await page.locator('.log img, .log b').count()).toBe(0);
    await page.close();
  });

  it('says that the network is gone, keeps what is said, and has it answered when it is back', async () => {
    const page = await open();
    await say(page, '你好');
    await expect.poll(() => replies(page).count()).toBe(1);
    await server.end('SIGKILL');
    const notice = page.getByRole('status').first();
    await expect.poll(() => notice.textContent()).toMatch(/网络断了|连不上/);
    await say(page, '再说一遍');
    expect(await own(page).count()).toBe(2);
    server = await serveProgram({ ...env, PORT: new URL(server.url).port });
    await expect.poll(() => replies(page).count(), { timeout: 15_000 }).toBe(2);
    await expect.poll(() => notice.textContent()).toContain('已经重新连上');
    await page.close();
  });

  it('has thrown nothing and broken no policy', () => {
    expect(faults).toEqual([]);
  });
});
