import { openApp } from '../app.js';
import { chat as converse, inTerminal } from '../channels/terminal/chat.js';
import { readConfig } from '../config.js';

export async function ask(question: string, options: { region?: string; json?: true }): Promise<void> {
  const app = await openApp(readConfig());
  try {
    const { sessionId, reply } = await app.desk.answer({ text: question, region: options.region });
    process.stdout.write(
      options.json ? `${JSON.stringify({ sessionId, reply })}\n` : `${inTerminal(reply)}\n`,
    );
  } finally {
    await app.close();
  }
}

export async function chat(options: { region?: string }): Promise<void> {
  const app = await openApp(readConfig());
  try {
    await converse(app.desk, options.region, { input: process.stdin, output: process.stdout });
  } finally {
    await app.close();
  }
}

/** Listens until the process is told to stop; what is being answered is answered first. */
export async function serve(): Promise<void> {
  const config = readConfig();
  const app = await openApp(config);
  const server = await app.server();
  const address = await server.listen({ host: config.HOST, port: config.PORT });
  process.stderr.write(`颐问已启动\n  对话      ${address}/\n  接口说明  ${address}/openapi.json\n`);
  const stop = async (): Promise<void> => {
    await server.close();
    await app.close();
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}
