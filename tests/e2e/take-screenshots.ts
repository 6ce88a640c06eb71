import { mkdtempSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../src/root.js';
import { type Look, launchChromium, visit, wear } from '../support/browser.js';
import { serveProgram } from '../support/program.js';
import { SCENES } from './scenes.js';

/** Pictures of every screen, for the README and for looking at: `npm run screens`, after a build; of those that are named only, where any are. */
const NOW = '2026-11-23T08:00:00+08:00';

const SHOTS: readonly { ending: string; width: number; height: number; look: Look }[] = [
  { ending: '', width: 390, height: 780, look: { size: 18, theme: 'light', elderly: false } },
  { ending: '-elder-dark', width: 320, height: 640, look: { size: 24, theme: 'dark', elderly: true } },
];

const folder = join(ROOT, 'docs/screens');
const named = process.argv.slice(2);
const scenes = SCENES.filter(({ name }) => named.length === 0 || named.includes(name));
await mkdir(folder, { recursive: true });
const browser = await launchChromium();
for (const { ending, width, height, look } of SHOTS) {
  // What one visitor books is taken for the next.
  const server = await serveProgram({ YIWEN_DATA: mkdtempSync(join(tmpdir(), 'yiwen-')), YIWEN_NOW: NOW });
  for (const { name, reach } of scenes) {
    const page = await visit(browser, server.url, { now: new Date(NOW), viewport: { width, height } });
    await wear(page, look);
    await reach(page);
    await page.screenshot({ path: join(folder, `${name}${ending}.png`) });
    await page.context().close();
  }
  await server.end('SIGTERM');
}
await browser.close();
