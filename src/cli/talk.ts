import { type App, openApp } from '../app.js';
import { chat as converse, inTerminal } from '../channels/terminal/chat.js';
import { readConfig } from '../config.js';

export async function ask(question: string, options: { region?: string; json?: true }): Promise<void> {
  await withApp(async ({ desk }) => {
    const { sessionId, reply } = await desk.answer({ text: question, region: options.region });
    process.stdout.write(
      options.json ? `${JSON.stringify({ sessionId, reply })}\n` : `${inTerminal(reply)}\n`,
    );
  });
}

export async function chat(options: { region?: string }): Promise<void> {
  await withApp(({ desk }) =>
    converse(desk, options.region, { input: process.stdin, output: process.stdout, notices: process.stderr }),
  );
}

async function withApp(use: (app: App) => Promise<void>): Promise<void> {
  const app = await openApp(readConfig());
  try {
    await use(app);
  } finally {
    await app.close();
  }
}
