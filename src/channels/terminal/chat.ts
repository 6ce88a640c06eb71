import { createInterface } from 'node:readline/promises';
import { type Desk, TextTooLongError } from '../../bot/desk.js';
import { replies } from '../../bot/replies.zh.js';
import type { Reply } from '../../bot/reply.js';

interface Terminal {
  input: NodeJS.ReadableStream;
  /** Where replies go. */
  output: NodeJS.WritableStream;
  /** Where prompts and errors go. */
  notices: NodeJS.WritableStream;
}

/** A conversation line by line, until the input ends. A line that fails says so, and the next one is heard. */
export async function chat(
  desk: Desk,
  region: string | undefined,
  { input, output, notices }: Terminal,
): Promise<void> {
  const lines = createInterface({ input, output: notices, prompt: '您：' });
  let sessionId: string | undefined;
  lines.prompt();
  for await (const line of lines) {
    try {
      const answered = await desk.answer({ sessionId, text: line, region });
      sessionId = answered.sessionId;
      output.write(`${inTerminal(answered.reply)}\n\n`);
    } catch (error) {
      notices.write(`${error instanceof TextTooLongError ? error.message : replies.failure}\n`);
    }
    lines.prompt();
  }
}

/** A reply as plain lines. */
export function inTerminal(reply: Reply): string {
  const calls = reply.actions.map(({ number }) => `☎ ${number}`).join('  ');
  return [`颐问：${reply.text}`, calls].filter((line) => line !== '').join('\n');
}
