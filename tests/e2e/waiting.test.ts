import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Slot } from '../../src/appointments/types.js';
import { chromiumIsAbsent, launchChromium, visit } from '../support/browser.js';
import { temporaryFolder } from '../support/desk.js';
import { type Served, serveProgram } from '../support/program.js';
import { chooseAppointment, openMenu, tellWho } from './scenes.js';

const NOW = '2026-11-23T08:00:00+08:00';
const PLACE = {
  providerId: 'sample-hecheng-hospital',
  departmentId: 'sample-hecheng-hospital.geriatrics',
  serviceId: 'green-channel',
};

describe.skipIf(chromiumIsAbsent)('the waiting list in the page', () => {
  let server: Served;
  let browser: Browser;

  beforeAll(async () => {
    server = await serveProgram({ YIWEN_DATA: temporaryFolder(), YIWEN_NOW: NOW });
    browser = await launchChromium();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGTERM');
  });

  const api = async <T>(path: string, body?: object): Promise<T> => {
    const response = await fetch(
      `${server.url}/api/${path}`,
      body && {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify(body),
      },
    );
    expect(response.ok, `${path} ${response.status}`).toBe(true);
    return (await response.json()) as T;
  };
  const free = async (): Promise<Slot[]> =>
    (await api<{ slots: Slot[] }>(`slots?${new URLSearchParams({ ...PLACE, greenChannel: 'true' })}`)).slots;

  /** Books all that is free in the first two days, and returns the appointments. */
  async function fillUp(): Promise<{ id: string; start: string }[]> {
    const [first] = await free();
    const until = Date.parse(first?.start ?? '') + 2 * 86_400_000;
    const made: { id: string; start: string }[] = [];
    for (;;) {
      const next = (await free()).find(({ start }) => Date.parse(start) < until);
      if (next === undefined) return made;
      const n = made.length;
      const patient = { name: '张大山', phone: `1381111${1000 + n}`, birthDate: '1949-10-01' };
      made.push(await api('appointments', { serviceId: PLACE.serviceId, slotId: next.id, patient }));
    }
  }

  it('waits for a place, is told when one comes free, and books it', async () => {
    const given = (await fillUp()).at(-1);
    const page = await visit(browser, server.url, { now: new Date(NOW) });
    await chooseAppointment(page);
    await page.getByRole('button', { name: '排队等号' }).click();
    await tellWho(page, '对，排队');
    await page.getByRole('button', { name: '对，排队' }).click();
    await page.getByText('正在排队').waitFor();
    await page.reload();
    await page.getByText('正在排队').waitFor();

    await api(`appointments/${given?.id}/cancel`, {});
    await page.getByRole('button', { name: '返回' }).click();
    // The list is gone through every quarter of a minute.
    const told = page.locator('.notice', { hasText: '您排的号有了' });
    await expect
      .poll(
        async () => {
          await page.reload();
          return told.waitFor({ timeout: 2000 }).then(
            () => true,
            () => false,
          );
        },
        { timeout: 60_000 },
      )
      .toBe(true);
    await told.getByRole('button', { name: '去看看' }).click();
    await page.getByRole('button', { name: '要这个号' }).click();
    expect(await page.locator('.code').textContent()).toMatch(/^\d{3} \d{3}$/);
    await page.getByRole('button', { name: '返回' }).click();
    expect(await told.count()).toBe(0);
    await openMenu(page, '我的预约');
    await page.getByRole('button', { name: /预约码/ }).waitFor();
    expect(await page.getByText('正在排队').count()).toBe(0);
    await page.context().close();
  }, 120_000);

  it('leaves the list when told to, and not before it was asked', async () => {
    const page = await visit(browser, server.url, { now: new Date(NOW) });
    await chooseAppointment(page);
    await page.getByRole('button', { name: '排队等号' }).click();
    await tellWho(page, '对，排队');
    await page.getByRole('button', { name: '对，排队' }).click();
    await page.getByRole('button', { name: '不排了' }).click();
    await page.getByRole('button', { name: '接着排' }).click();
    await page.getByText('正在排队').waitFor();
    await page.getByRole('button', { name: '不排了' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '不排了' }).click();
    await page.getByText('这里还没有记着的预约').waitFor();
    await page.context().close();
  });
});
