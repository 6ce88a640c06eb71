import { mkdtempSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../src/root.js';
import { type Look, launchChromium, visit, wear } from '../support/browser.js';
import { serveProgram } from '../support/program.js';
import { SCENES } from './scenes.js';

/** Pictures of every screen, for the README and for looking at: `npm run screens`, after a build. */
const NOW = '2026-11-23T08:00:00+08:00';

const SHOTS: readonly { ending: string; width: number; height: number; look: Look }[] = [
  { ending: '', width: 390, height: 780, look: { size: 18, theme: 'light', elderly: false } },
  { ending: '-elder-dark', width: 320, height: 640, look: { size: 24, theme: 'dark', elderly: true } },
];

const folder = join(ROOT, 'docs/screens');
await mkdir(folder, { recursive: true });
const server = await serveProgram({ YIWEN_DATA: mkdtempSync(join(tmpdir(), 'yiwen-')), YIWEN_NOW: NOW });
const browser = await launchChromium();
for (const { name, reach } of SCENES) {
  const page = await visit(browser, server.url, { now: new Date(NOW) });
  await reach(page);
  for (const { ending, width, height, look } of SHOTS) {
    await page.setViewportSize({ width, height });
    await wear(page, look);
    await page.screenshot({ path: join(folder, `${name}${ending}.png`) });
  }
  await page.context().close();
}
await browser.close();
await server.end('SIGTERM');
