import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOOD } from '../support/bad-input.js';
import { chromiumIsAbsent, launchChromium, visit } from '../support/browser.js';
import { temporaryFolder } from '../support/desk.js';
import { type Served, serveProgram } from '../support/program.js';
import {
  ask,
  chooseAppointment,
  choosePlace,
  chooseTime,
  confirm,
  field,
  fillForm,
  openMenu,
  press,
  readBackInTalk,
  replies,
  tellWho,
} from './scenes.js';

const own = (page: Page) => page.locator('.Message.right');

describe.skipIf(chromiumIsAbsent)('the page in Chromium', () => {
  const env = { YIWEN_DATA: temporaryFolder() };
  let server: Served;
  let browser: Browser;
  const faults: string[] = [];

  beforeAll(async () => {
    server = await serveProgram(env);
    browser = await launchChromium();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGTERM');
  });

  const open = (options = {}): Promise<Page> => visit(browser, server.url, { faults, ...options });

  it('answers for the place chosen, and opens the clause it answers from', async () => {
    const page = await open();
    await choosePlace(page);
    await ask(page, GOOD.text);
    await page
      .getByRole('button', { name: /看原文/ })
      .first()
      .click();
    const quoted = page.locator('.policy mark').first();
    await quoted.waitFor();
    await page.getByRole('button', { name: '返回' }).click();
    await page.getByRole('button', { name: '再说一遍' }).click();
    await expect.poll(() => replies(page).count()).toBe(2);
    await page.context().close();
  });

  it('puts the number to ring first, as a link that dials', async () => {
    const page = await open();
    await ask(page, '我爸突然胸口疼得厉害，喘不上气');
    const first = page.locator('[data-danger="true"] .Message-inner > *').first();
    expect(await first.locator('a').first().getAttribute('href')).toBe('tel:120');
    await page.context().close();
  });

  it('asks and is answered by the keyboard alone, and says what is new in a log', async () => {
    const page = await open();
    const focused = () =>
      page.evaluate('(document.activeElement.ariaLabel || document.activeElement.textContent).trim()');
    const order: unknown[] = [];
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press('Tab');
      order.push(await focused());
    }
    expect(order).toEqual([
      '现在问的是：自己。换一位老人',
      '人工',
      '打急救电话 120',
      '选老人在哪里',
      'A− 字小一点',
      'A+ 字大一点',
    ]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('老人在哪里');
    await page.getByRole('button', { name: '怀化市鹤城区' }).waitFor();
    while ((await focused()) !== '怀化市鹤城区') await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('老人在：怀化市鹤城区。换地方');
    while ((await focused()) !== '想问什么') await page.keyboard.press('Tab');
    await page.keyboard.type('老人免费体检是怎么规定的');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('log', { name: '对话' }).textContent()).toContain('健康');
    expect(await page.getByRole('status').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('finds out what somebody gets, with an answer changed, and prints it on one page', async () => {
    const page = await open();
    await fillForm(page);
    await page.getByRole('button', { name: '改：老人今年多大年纪了？' }).click();
    await page.getByLabel('周岁').fill('59');
    await page.getByRole('button', { name: '就是这个' }).click();
    await page.getByRole('button', { name: /看.*结果/ }).click();
    await page.getByRole('heading', { name: /现在不符合/ }).waitFor();
    expect(await page.locator('[data-met="false"]').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: '二、（五）2' }).first().waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.context().close();
  });

  it('books for somebody else after a correction, undoes it, and finds it again by its code', async () => {
    const page = await open();
    await chooseAppointment(page);
    await chooseTime(page);
    await tellWho(page);
    const time = page.locator('.lines > div', { hasText: '时间' });
    const before = await time.textContent();
    await page.getByRole('button', { name: '改：时间' }).click();
    await page.locator('.grid button').last().click();
    await page
      .getByRole('button', { name: /还有\d+个号/ })
      .last()
      .click();
    await page.getByRole('button', { name: /核对/ }).click();
    await expect.poll(() => time.textContent()).not.toBe(before);
    // What was told is there after a reload; nothing is booked before the yes.
    await page.reload();
    await page.getByText('李梅（女儿）').waitFor();
    await confirm(page);
    const code = ((await page.locator('.code').textContent()) ?? '').replace(' ', '');
    expect(code).toMatch(/^\d{6}$/);
    await page.getByText('示例').waitFor();
    const calendar = await page.getByRole('link', { name: '记到手机日历' }).getAttribute('href');
    const entry = await fetch(new URL(calendar ?? '', server.url));
    expect(await entry.text()).toContain('BEGIN:VEVENT');
    await page.getByRole('button', { name: /撤销/ }).click();
    await page.getByText('已经取消').waitFor();
    await page.getByRole('button', { name: '返回' }).click();
    await openMenu(page, '我的预约');
    await page.getByRole('button', { name: `预约码 ${code}` }).waitFor();
    await page.context().close();
  });

  it('books in talk: read back as a card, changed by its buttons, and kept among the appointments', async () => {
    const page = await open();
    await readBackInTalk(page);
    const time = page.locator('.lines > div', { hasText: '时间' });
    const before = await time.last().textContent();
    await press(page, '改：时间');
    await page.locator('.choice', { hasText: '月' }).last().click();
    await expect.poll(() => time.count()).toBe(2);
    expect(await time.last().textContent()).not.toBe(before);
    // Only what still holds can be answered.
    expect(await page.getByRole('button', { name: '改：时间' }).count()).toBe(1);
    await press(page, '对，约吧');
    const code = (await page.locator('.code').textContent())?.replace(' ', '');
    await press(page, /看预约/);
    await page.getByText('约好了', { exact: true }).waitFor();
    await press(page, '返回');
    await openMenu(page, '我的预约');
    await page.getByRole('button', { name: `预约码 ${code}` }).waitFor();
    await page.context().close();
  });

  it('takes the place that is named when it is asked for', async () => {
    const page = await open();
    await ask(page, GOOD.text);
    await press(page, '怀化市鹤城区');
    await page.getByRole('button', { name: '老人在：怀化市鹤城区。换地方' }).waitFor();
    await page.context().close();
  });

  it('takes what is sent before its script is there, as text, and what is typed', async () => {
    const page = await open();
    await page.evaluate('navigator.serviceWorker.ready.then((r) => r.unregister())');
    let arrive = (): void => {};
    const script = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route('**/assets/index-*.js', async (route) => {
      await script;
      await route.continue();
    });
    await page.reload({ waitUntil: 'commit' });
    await field(page).fill('<b>三无</b>老人每个月能领多少');
    await page.getByRole('button', { name: '发送' }).click();
    await field(page).fill('还没写完');
    expect(await own(page).textContent()).toBe('<b>三无</b>老人每个月能领多少');
    expect(await page.getByRole('button', { name: '更多' }).count()).toBe(0);
    arrive();
    await expect.poll(() => replies(page).count()).toBe(1);
    expect(await own(page).count()).toBe(1);
    expect(await field(page).inputValue()).toBe('还没写完');
    await page.context().close();
  });

  it('keeps a question that is too long, says what the limit is, and warns of an ID number', async () => {
    const page = await open();
    const caution = page.locator('.caution');
    const long = '我想问一下补贴。'.repeat(300);
    await field(page).fill(long);
    await field(page).press('Enter');
    expect(await caution.textContent()).toMatch(/2400个字.*2000/);
    expect(await field(page).inputValue()).toBe(long);
    expect(await own(page).count()).toBe(0);
    await field(page).fill('我妈的身份证号 11010519491231 002X，能领多少');
    expect(await caution.textContent()).toContain('身份证号');
    await field(page).fill('电话13800138000，能领多少');
    expect(await caution.textContent()).toBe('');
    await page.context().close();
  });

  it('takes two quick taps on the button as one', async () => {
    const page = await open({ hasTouch: true, isMobile: true });
    await field(page).fill('你好');
    const {
      x = 0,
      y = 0,
      width = 0,
      height = 0,
    } = (await page.getByRole('button', { name: '发送' }).boundingBox()) ?? {};
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    await expect.poll(() => replies(page).count()).toBe(1);
    expect(await own(page).count()).toBe(1);
    expect(await page.getByRole('navigation', { name: '更多' }).count()).toBe(0);
    // The keys on the screen go away: they would cover the reply.
    expect(await page.evaluate('document.activeElement.tagName')).not.toBe('TEXTAREA');
    await page.context().close();
  });

  it('keeps conversation, place and draft over a reload in the middle of a question', async () => {
    const page = await open();
    await choosePlace(page);
    await ask(page, '你好');
    await field(page).fill('三无老人每个月能领多少');
    await field(page).press('Enter');
    await page.reload();
    await expect.poll(() => replies(page).count()).toBe(2);
    expect(await own(page).count()).toBe(2);
    await field(page).fill('还没写完');
    await page.reload();
    await expect.poll(() => field(page).inputValue()).toBe('还没写完');
    expect(await page.getByRole('button', { name: /老人在：怀化市鹤城区/ }).count()).toBe(1);
    await page.context().close();
  });

  it('shows markup as the text it is', async () => {
    const page = await open();
    const markup = '<img src=x onerror=alert(1)><b>三无</b>';
    await page.getByRole('button', { name: /换一位老人/ }).click();
    await page.getByLabel('别的称呼').fill('<i>妈</i>');
    await page.getByRole('button', { name: '加上' }).click();
    await ask(page, markup);
    expect(await own(page).locator('.Bubble').textContent()).toBe(markup);
    expect(await page.locator('.page img, .page b, .page i').count()).toBe(0);
    await page.context().close();
  });

  it('keeps each old person apart, and forgets one here and on the server', async () => {
    const page = await open();
    await choosePlace(page);
    await ask(page, '我七十六，三无');
    const session = await page.evaluate("JSON.parse(localStorage['yiwen-2']).elders[0].sessionId");
    await page.getByRole('button', { name: /换一位老人/ }).click();
    await page.getByRole('button', { name: '岳父', exact: true }).click();
    expect(await own(page).count()).toBe(0);
    await page.getByRole('button', { name: '选老人在哪里', exact: true }).waitFor();
    await page.getByRole('button', { name: /换一位老人/ }).click();
    await page.getByRole('button', { name: '清除自己的信息' }).click();
    await page.getByRole('button', { name: '清除', exact: true }).click();
    await expect.poll(() => page.locator('.elder').count()).toBe(1);
    expect(await page.evaluate("localStorage['yiwen-2']")).not.toContain('三无');
    const gone = await fetch(`${server.url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sessionId: session, text: '你好' }),
    });
    expect(gone.status).toBe(404);
    await page.context().close();
  });

  it('hears, and shows what it heard before it is sent; reads aloud, slower when told', async () => {
    const page = await open();
    await choosePlace(page);
    await page.getByRole('button', { name: '说话' }).click();
    await page.getByText('正在听').waitFor();
    await page.evaluate("hear('老人免费体检是怎么规定的')");
    await page.getByRole('button', { name: /说好了/ }).click();
    expect(await field(page).inputValue()).toBe('老人免费体检是怎么规定的');
    expect(await own(page).count()).toBe(0);
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByRole('button', { name: '听一听' }).click();
    const mark = page.locator('.Bubble mark');
    const first = await mark.textContent();
    await page.getByRole('button', { name: '慢一点' }).click();
    expect(await mark.textContent()).toBe(first);
    await page.evaluate('finish()');
    await expect.poll(() => mark.textContent()).not.toBe(first);
    const [before, slower] = (await page.evaluate('said')) as string[];
    expect(Number.parseFloat(slower ?? '')).toBeLessThan(Number.parseFloat(before ?? ''));
    await page.context().close();
  });

  it('sends the clause to the family, and nothing of what was asked', async () => {
    const page = await open();
    await choosePlace(page);
    await ask(page, '我妈王桂英七十六，三无，能领多少');
    await page.getByRole('button', { name: '发给家人' }).click();
    const shared = page.getByRole('dialog');
    const link = (await shared.locator('.address').textContent()) ?? '';
    expect(await shared.getByRole('img').getAttribute('alt')).not.toMatch(/王桂英|七十六/);
    expect(decodeURIComponent(link)).not.toMatch(/王桂英|七十六|quote/);
    const other = await visit(browser, link);
    await other.getByRole('region', { name: /这一条/ }).waitFor();
    await other.context().close();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '这不对' }).click();
    await page.getByRole('button', { name: '数字不对' }).click();
    await page.getByRole('button', { name: '已记下不对' }).waitFor();
    await page.context().close();
  });

  it('fits a window at 200% and a slow network', async () => {
    const page = await open({ viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 });
    const session = await page.context().newCDPSession(page);
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: 50_000,
      uploadThroughput: 50_000,
    });
    await page.reload();
    await choosePlace(page);
    await ask(page, GOOD.text);
    const { width, log } = (await page.evaluate(
      "({ width: document.documentElement.scrollWidth, log: document.querySelector('.log').clientHeight })",
    )) as { width: number; log: number };
    expect(width).toBe(640);
    expect(log).toBeGreaterThan(180);
    await page.context().close();
  });

  it('says that the server is away, keeps what is said, and has it answered when it is back', async () => {
    const page = await open();
    await ask(page, '你好');
    await server.end('SIGKILL');
    const notice = page.locator('.notice');
    await expect.poll(() => notice.textContent()).toMatch(/网络断了|连不上/);
    await field(page).fill('再说一遍');
    await field(page).press('Enter');
    expect(await own(page).count()).toBe(2);
    // The shell is kept by the browser: it opens, and says so.
    await page.reload();
    await expect.poll(() => notice.textContent()).toMatch(/连不上/);
    expect(await own(page).count()).toBe(2);
    server = await serveProgram({ ...env, PORT: new URL(server.url).port });
    await expect.poll(() => replies(page).count(), { timeout: 20_000 }).toBe(2);
    await expect.poll(() => notice.textContent()).toContain('已经重新连上');
    await page.context().close();
  }, 90_000);

  it('has thrown nothing and broken no policy', () => {
    expect(faults).toEqual([]);
  });
});
