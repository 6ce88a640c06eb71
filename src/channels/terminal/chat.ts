import { createInterface } from 'node:readline/promises';
import type { Desk } from '../../bot/desk.js';
import type { Reply } from '../../bot/reply.js';

interface Terminal {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
}

/** A conversation line by line, until the input ends. */
export async function chat(
  desk: Desk,
  region: string | undefined,
  { input, output }: Terminal,
): Promise<void> {
  const lines = createInterface({ input, output, prompt: '您：' });
  let sessionId: string | undefined;
  lines.prompt();
  for await (const line of lines) {
    const answered = await desk.answer({ sessionId, text: line, region });
    sessionId = answered.sessionId;
    output.write(`${inTerminal(answered.reply)}\n\n`);
    lines.prompt();
  }
}

/** A reply as plain lines. */
export function inTerminal(reply: Reply): string {
  const calls = reply.actions.map(({ number }) => `☎ ${number}`).join('  ');
  return [`颐问：${reply.text}`, calls].filter((line) => line !== '').join('\n');
}
