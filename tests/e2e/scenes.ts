import type { Page } from 'playwright-core';
import { GOOD } from '../support/bad-input.js';

/** A state of the page, reached from its beginning as a user reaches it. */
export interface Scene {
  name: string;
  reach(page: Page): Promise<unknown>;
}

export const field = (page: Page) => page.getByRole('textbox', { name: '想问什么' });
export const replies = (page: Page) => page.locator('.Message.left:has(.tools)');
export const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

/** Says something and waits for its reply. */
export async function ask(page: Page, text: string): Promise<void> {
  const before = await replies(page).count();
  await field(page).fill(text);
  await field(page).press('Enter');
  await replies(page).nth(before).waitFor();
}

export async function choosePlace(page: Page, name = '怀化市鹤城区'): Promise<void> {
  await press(page, /老人在/);
  await press(page, name);
}

export async function openMenu(page: Page, item: string): Promise<void> {
  await press(page, '更多');
  await press(page, item);
}

async function answered(page: Page): Promise<void> {
  await choosePlace(page);
  await ask(page, GOOD.text);
}

/** Answers every question of the form with its first answer, or 76. */
export async function fillForm(page: Page): Promise<void> {
  await choosePlace(page);
  await openMenu(page, '算待遇');
  const question = page.getByRole('region', { name: '问题' });
  const end = page.getByText('问完了');
  for (let i = 0; i < 40; i++) {
    await question.or(end).first().waitFor();
    if (await end.isVisible()) return;
    const asked = (await question.getByRole('heading').textContent()) ?? '';
    const number = question.getByRole('textbox');
    const done = question.getByRole('button', { name: /^(就是这个|都不是)$/ });
    if ((await number.count()) > 0) await number.fill('76');
    if ((await done.count()) > 0) await done.click();
    else await question.locator('.choice').first().click();
    await page.getByRole('heading', { name: asked, exact: true }).waitFor({ state: 'detached' });
  }
  throw new Error('the form has no end');
}

async function chooseDepartment(page: Page): Promise<void> {
  await choosePlace(page);
  await openMenu(page, '约看病');
  await press(page, /^约绿色通道/);
  await press(page, '老年医学科');
}

/** Chooses what and where. */
export async function chooseAppointment(page: Page): Promise<void> {
  await chooseDepartment(page);
  await page.locator('.grid button').first().waitFor();
}

export async function chooseTime(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /还有\d+个号/ })
    .first()
    .click();
}

/** `yes`: the button that is read back to. */
export async function tellWho(page: Page, yes = '对，约上'): Promise<void> {
  const elder = page.getByRole('group', { name: '看病的老人' });
  await elder.getByLabel('姓名').fill('王桂英');
  await elder.getByLabel(/^电话/).fill('13800138000');
  await elder.getByLabel('年').fill('1950');
  await elder.getByLabel('月').fill('3');
  await elder.getByLabel('日').fill('3');
  await page.getByLabel('我是替老人约的').check();
  const booker = page.getByRole('group', { name: '您自己' });
  await booker.getByLabel('您的姓名').fill('李梅');
  await booker.getByLabel('您的电话').fill('13900139000');
  await booker.getByLabel(/什么人/).fill('女儿');
  await press(page, '轮椅');
  await press(page, /核对/);
  await page.getByRole('button', { name: yes }).waitFor();
}

export async function confirm(page: Page): Promise<void> {
  await press(page, '对，约上');
  await page.locator('.code').waitFor();
}

/** Tells all that a booking needs, as far as what is read back. */
export async function readBackInTalk(page: Page): Promise<void> {
  await choosePlace(page);
  await ask(page, '给我妈挂个骨科，她叫王桂芳，电话13800138000');
  await page.locator('.choice', { hasText: '月' }).first().click();
  await page.getByText('请核对').waitFor();
}

export const SCENES: readonly Scene[] = [
  { name: 'start', reach: async () => {} },
  { name: 'answer', reach: answered },
  { name: 'danger', reach: (page) => ask(page, '我爸突然胸口疼得厉害，喘不上气') },
  { name: 'menu', reach: (page) => press(page, '更多') },
  {
    name: 'voice',
    reach: async (page) => {
      await press(page, '说话');
      await page.getByRole('region', { name: '说话' }).waitFor();
    },
  },
  {
    name: 'reading-aloud',
    reach: async (page) => {
      await answered(page);
      await press(page, '听一听');
      await page.locator('.Bubble mark').waitFor();
    },
  },
  {
    name: 'clause',
    reach: async (page) => {
      await answered(page);
      await press(page, /看原文/);
      await page.locator('.policy mark').first().waitFor();
    },
  },
  {
    name: 'share',
    reach: async (page) => {
      await answered(page);
      await press(page, '发给家人');
      await page.getByRole('img').waitFor();
    },
  },
  {
    name: 'wrong',
    reach: async (page) => {
      await answered(page);
      await press(page, '这不对');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'place',
    reach: async (page) => {
      await press(page, /老人在/);
      await page.getByLabel('写上市、县、区的名字').fill('杭州');
      await press(page, '找这个地方');
      await page.getByRole('button', { name: /杭州市/ }).waitFor();
    },
  },
  {
    name: 'family',
    reach: async (page) => {
      await press(page, /换一位老人/);
      await press(page, '我妈');
      await press(page, /换一位老人/);
      await page.getByRole('button', { name: /我妈（现在问的）/ }).waitFor();
    },
  },
  {
    name: 'erase',
    reach: async (page) => {
      await openMenu(page, '设置');
      await press(page, '清除我的信息');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'settings', reach: (page) => openMenu(page, '设置') },
  {
    name: 'documents',
    reach: async (page) => {
      await openMenu(page, '看文件');
      await page.locator('.entry').first().waitFor();
    },
  },
  {
    name: 'document',
    reach: async (page) => {
      await openMenu(page, '看文件');
      await page.locator('.entry').first().click();
      await page.locator('.policy').first().waitFor();
    },
  },
  {
    name: 'assess',
    reach: async (page) => {
      await choosePlace(page);
      await openMenu(page, '算待遇');
      await press(page, '是');
      await page.getByText('您答过的').waitFor();
    },
  },
  {
    name: 'assessed',
    reach: async (page) => {
      await fillForm(page);
      await press(page, '看结果');
      await page.getByRole('heading', { name: /可以享受/ }).waitFor();
    },
  },
  {
    name: 'book-what',
    reach: async (page) => {
      await choosePlace(page);
      await openMenu(page, '约看病');
      await page.getByRole('button', { name: /^约绿色通道/ }).waitFor();
    },
  },
  {
    name: 'book-where',
    reach: async (page) => {
      await choosePlace(page);
      await openMenu(page, '约看病');
      await press(page, /^约绿色通道/);
      await page.getByLabel('说说哪里不舒服').fill('腿疼，走不了路');
      await press(page, '看看挂什么科');
      await page.getByText('可以挂').waitFor();
    },
  },
  { name: 'book-when', reach: chooseAppointment },
  {
    name: 'book-who',
    reach: async (page) => {
      await chooseAppointment(page);
      await chooseTime(page);
      await page.getByLabel('我是替老人约的').check();
    },
  },
  {
    name: 'book-check',
    reach: async (page) => {
      await chooseAppointment(page);
      await chooseTime(page);
      await tellWho(page);
    },
  },
  {
    name: 'booked',
    reach: async (page) => {
      await chooseAppointment(page);
      await chooseTime(page);
      await tellWho(page);
      await confirm(page);
    },
  },
  { name: 'talk-check', reach: readBackInTalk },
  {
    name: 'talk-booked',
    reach: async (page) => {
      await readBackInTalk(page);
      await press(page, '对，约吧');
      await page.locator('.code').waitFor();
    },
  },
  {
    name: 'waiting',
    reach: async (page) => {
      await page.route('**/api/slots?*', (route) => route.fulfill({ json: { slots: [] } }));
      await chooseDepartment(page);
      await press(page, '排队等号');
      await tellWho(page, '对，排队');
      await press(page, '对，排队');
      await page.getByText('正在排队').waitFor();
    },
  },
  {
    name: 'too-long',
    reach: (page) => field(page).fill('我想问一下补贴。'.repeat(300)),
  },
  {
    name: 'appointments',
    reach: async (page) => {
      await openMenu(page, '我的预约');
      await page.getByRole('button', { name: '查一查' }).waitFor();
    },
  },
];
