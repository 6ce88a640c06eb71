import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOOD } from '../support/bad-input.js';
import { temporaryFolder } from '../support/desk.js';
import { type Served, serveProgram } from '../support/program.js';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const absent = !existsSync(CHROMIUM);
if (absent) process.stderr.write(`Chromium: not found at ${CHROMIUM}; the tests of the page are skipped\n`);

const QUIET =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

describe.skipIf(absent)('the page in Chromium', () => {
  const env = { YIWEN_DATA: temporaryFolder() };
  let server: Served;
  let browser: Browser;
  const faults: string[] = [];

  beforeAll(async () => {
    server = await serveProgram(env);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET.split(' ') });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGTERM');
  });

  async function open(width = 390): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 640 } });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('WebSocket')) faults.push(message.text());
    });
    await page.goto(server.url);
    await page.locator('#place option[value="431202"]').waitFor({ state: 'attached' });
    return page;
  }

  async function say(page: Page, text: string): Promise<void> {
    await page.fill('#text', text);
    await page.press('#text', 'Enter');
  }

  const replies = (page: Page) => page.locator('#log article:not(.own):not(.waiting)');

  it('answers with the place chosen, its sources folded away, and what to say next', async () => {
    const page = await open();
    await page.selectOption('#place', '431202');
    await say(page, GOOD.text);
    await expect.poll(() => replies(page).last().textContent()).toContain('200');
    await page.click('summary');
    expect(await page.locator('blockquote').first().isVisible()).toBe(true);
    await page.getByRole('button', { name: '再说一遍' }).click();
    await expect.poll(() => replies(page).count()).toBe(2);
    await page.close();
  });

  it('puts the number to ring first, as a link that dials', async () => {
    const page = await open();
    await say(page, '我爸突然胸口疼得厉害，喘不上气');
    const danger = page.locator('.danger');
    await danger.waitFor();
    expect(await danger.locator('a.call').first().getAttribute('href')).toBe('tel:120');
    expect(await danger.locator('> :not(.who)').first().locator('a.call').count()).toBeGreaterThan(0);
    await page.close();
  });

  it('keeps conversation, place and draft over a reload', async () => {
    const page = await open();
    await page.selectOption('#place', '431202');
    await say(page, '你好');
    await expect.poll(() => replies(page).count()).toBe(1);
    await page.fill('#text', '还没写完');
    await page.reload();
    await expect.poll(() => page.inputValue('#place')).toBe('431202');
    expect(await page.inputValue('#text')).toBe('还没写完');
    expect(await page.locator('.own').count()).toBe(1);
    expect(await replies(page).count()).toBe(1);
    await page.close();
  });

  it('shows markup as the text it is', async () => {
    const page = await open();
    const markup = '<img src=x onerror=alert(1)><b>三无</b>';
    await say(page, markup);
    await expect.poll(() => replies(page).count()).toBe(1);
    expect(await page.locator('.own .bubble').textContent()).toBe(markup);
    expect(await page.locator('#log img, #log b').count()).toBe(0);
    await page.close();
  });

  it('fits 320 pixels in the largest type', async () => {
    const page = await open(320);
    await page.click('#larger');
    await say(page, GOOD.text);
    await expect.poll(() => replies(page).count()).toBe(1);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.close();
  });

  it('says that the network is gone, keeps what is said, and has it answered when it is back', async () => {
    const page = await open();
    await say(page, '你好');
    await expect.poll(() => replies(page).count()).toBe(1);
    await server.end('SIGKILL');
    await expect.poll(() => page.locator('#notice').textContent()).toContain('网络断了');
    await say(page, '再说一遍');
    expect(await page.locator('.own').count()).toBe(2);
    server = await serveProgram({ ...env, PORT: new URL(server.url).port });
    await expect.poll(() => replies(page).count(), { timeout: 15_000 }).toBe(2);
    expect(await page.locator('#notice').isHidden()).toBe(true);
    await page.close();
  });

  it('has thrown nothing and broken no policy', () => {
    expect(faults).toEqual([]);
  });
});
