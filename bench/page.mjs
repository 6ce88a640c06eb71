import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { spawnServer } from './spawn-server.mjs';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const QUIET =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** Kilobits a second, and milliseconds that each answer takes longer. */
const NETWORKS = [
  { name: 'slow 3G', kilobits: 400, latency: 400 },
  { name: "slow 3G of Chrome's tools", kilobits: 400, latency: 2000 },
  { name: 'slow 4G', kilobits: 1600, latency: 150 },
];
/** Milliseconds until a question can be written and sent. */
const USABLE_LIMIT = 5000;
const SCRIPT_LIMIT = 250;
const SHORT_OF_100 = { performance: 10, accessibility: 0 };

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Starts the built server on an empty database. Returns its address and how to end it. */
async function serve() {
  const port = await freePort();
  const child = spawnServer({ PORT: String(port), YIWEN_DATA: mkdtempSync(join(tmpdir(), 'yiwen-')) });
  const url = `http://127.0.0.1:${port}/`;
  for (let i = 0; i < 400; i++) {
    if (
      await fetch(`${url}readyz`).then(
        (r) => r.ok,
        () => false,
      )
    )
      return { url, end: () => child.kill() };
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the server did not begin');
}

/** Milliseconds until something is painted, until a question is sent, and until all of it is there; and bytes of script. */
async function firstLoad(browser, url, { kilobits, latency }) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let script = 0;
  const kinds = new Map();
  await session.send('Network.enable');
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (kinds.get(requestId) === 'Script') script += encodedDataLength;
  });
  const throughput = (kilobits * 1000) / 8;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const begun = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.getByRole('textbox').fill('你好');
  const sent = page.locator('.right .Bubble');
  while ((await sent.count()) === 0) {
    await page.evaluate(() => document.querySelector('.send')?.click());
    await page.waitForTimeout(20);
  }
  const usable = performance.now() - begun;
  await page.getByRole('button', { name: '更多' }).waitFor();
  const whole = performance.now() - begun;
  await page.waitForTimeout(500);
  const painted = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0].startTime,
  );
  await context.close();
  return { painted, usable, whole, script };
}

async function lighthouseScores(url) {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [...QUIET.split(' '), `--remote-debugging-port=${port}`],
  });
  const { default: lighthouse } = await import('lighthouse');
  const result = await lighthouse(url, {
    port,
    logLevel: 'silent',
    onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
  });
  await browser.close();
  const categories = Object.values(result.lhr.categories);
  return Object.fromEntries(categories.map(({ id, score }) => [id, Math.round(score * 100)]));
}

export async function run() {
  const server = await serve();
  const rows = [];
  try {
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET.split(' ') });
    for (const { name, ...network } of NETWORKS) {
      const { painted, usable, whole, script } = await firstLoad(browser, server.url, network);
      rows.push(
        { name: `${name}: first paint`, value: painted, unit: 'ms' },
        { name: `${name}: a question sent`, value: usable, unit: 'ms', limit: USABLE_LIMIT },
        { name: `${name}: all of it there`, value: whole, unit: 'ms' },
        { name: `${name}: script`, value: script / 1024, unit: 'KiB', limit: SCRIPT_LIMIT },
      );
    }
    await browser.close();
    const scores = await lighthouseScores(server.url);
    for (const [id, score] of Object.entries(scores))
      rows.push({
        name: `Lighthouse mobile, short of 100: ${id}`,
        value: 100 - score,
        unit: '',
        limit: SHORT_OF_100[id],
      });
  } finally {
    server.end();
  }
  return rows;
}
