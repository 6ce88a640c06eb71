import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { chat, inTerminal } from '../../src/channels/terminal/chat.js';
import { echoBot, openDesk } from '../support/desk.js';

async function converse(lines: string): Promise<{ said: string; noticed: string }> {
  const { desk } = await openDesk(echoBot(0));
  const [input, output, notices] = [new PassThrough(), new PassThrough(), new PassThrough()];
  input.end(lines);
  const heard = Promise.all([text(output), text(notices)]);
  await chat(desk, undefined, { input, output, notices });
  output.end();
  notices.end();
  const [said, noticed] = await heard;
  return { said, noticed };
}

it('carries one conversation on, line by line', async () => {
  expect((await converse('一\n二\n')).said).toBe('颐问：一。\n\n颐问：一。二。\n\n');
});

it('says what failed and hears the next line', async () => {
  const { said, noticed } = await converse(`坏\n${'养'.repeat(22_000)}\n一\n`);
  expect(said).toBe('颐问：一。\n\n');
  expect(noticed).toContain('太长');
  expect(noticed).toContain('系统出了点问题');
  expect(noticed).not.toContain('bot failed');
});

it('shows the number to ring', () => {
  const reply = { kind: 'emergency', text: '请打120。', speech: '', citations: [], suggestions: [] } as const;
  const shown = inTerminal({
    ...reply,
    citations: [],
    suggestions: [],
    actions: [{ type: 'call', number: '120' }],
  });
  expect(shown).toBe('颐问：请打120。\n☎ 120');
});
