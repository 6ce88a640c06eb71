import { fork } from 'node:child_process';
import { once } from 'node:events';

export interface TestServer<Mode> {
  origin: string;
  /** Changes what it plays. */
  control(change: Partial<Mode>): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server's TypeScript file as a process of its own; it says its port when it listens on loopback. */
export async function startTestServer<Mode>(file: string): Promise<TestServer<Mode>> {
  const child = fork(file, [], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const first = await Promise.race([
    once(child, 'message').then(([message]) => message as { port: number }),
    once(child, 'exit').then(() => {
      throw new Error(`${file} ended before it listened`);
    }),
  ]);
  const origin = `http://127.0.0.1:${first.port}`;
  return {
    origin,
    async control(change) {
      const body = JSON.stringify(change);
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${origin}/control`, { method: 'POST', headers, body });
      if (!response.ok) throw new Error(await response.text());
    },
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
