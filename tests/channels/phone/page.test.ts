import axe from 'axe-core';
import type { FastifyInstance } from 'fastify';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumIsAbsent, launchChromium } from '../../support/browser.js';
import { phoneServer } from '../../support/phone.js';
import { listen } from '../../support/web.js';

let server: FastifyInstance;
let port: number;
beforeAll(async () => {
  server = await phoneServer({ TWILIO_AUTH_TOKEN: '', PUBLIC_BASE_URL: '' });
  port = await listen(server);
}, 120_000);
afterAll(() => server?.close());

describe('the simulator is for this machine alone', () => {
  it.each<[string, Record<string, string>]>([
    ['by way of a proxy', { 'x-forwarded-for': '203.0.113.5' }],
    ['under another name', { host: 'phone.example.org' }],
    ["from another host's page", { origin: 'https://evil.example.org' }],
  ])('not %s', async (_name, headers) => {
    for (const path of ['/phone', '/phone/', '/phone/phone.js']) {
      const response = await server.inject({ url: path, headers: { host: '127.0.0.1', ...headers } });
      expect(response.statusCode).toBe(404);
    }
  });

  it('nor on a server that others reach', async () => {
    const open = await phoneServer({ HOST: '0.0.0.0' });
    expect((await open.inject({ url: '/phone/', headers: { host: '127.0.0.1' } })).statusCode).toBe(404);
    await open.close();
  }, 60_000);

  it('and opens no webhook', async () => {
    expect((await server.inject({ method: 'POST', url: '/voice/incoming' })).statusCode).toBe(404);
  });
});

describe.skipIf(chromiumIsAbsent)('the page in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  }, 60_000);
  afterAll(() => browser?.close());

  it.each(['gather', 'relay'])('takes a question to its answer and 0 to a person, by %s', async (mode) => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(`http://127.0.0.1:${port}/phone/`);
    await page.evaluate(axe.source);
    const violations: unknown = await page.evaluate(
      'axe.run().then((r) => r.violations.map(({ id }) => id))',
    );
    expect(violations).toEqual([]);
    await page.locator('#mode').selectOption(mode);
    await page.locator('#voice').selectOption('off');
    await page.getByRole('button', { name: '拨打' }).click();
    const talk = page.locator('#talk');
    await expect.poll(() => talk.textContent(), { timeout: 20_000 }).toContain('颐问');
    await page.locator('#words').fill('怀化鹤城区的散居三无老人每个月能领多少');
    await page.getByRole('button', { name: '说', exact: true }).click();
    await expect.poll(() => talk.textContent(), { timeout: 20_000 }).toContain('200元');
    await page.getByRole('button', { name: '0', exact: true }).click();
    await expect.poll(() => page.locator('#documents').textContent(), { timeout: 20_000 }).toContain('<Dial');
    expect(faults).toEqual([]);
    await page.close();
  });
});
