import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ROOT } from '../../src/root.js';
import { freePort } from './postgres.js';

const MAIN = join(ROOT, 'dist/src/main.js');
const PATIENCE = 60_000;

function start(args: readonly string[], env: Record<string, string>): ChildProcess {
  if (!existsSync(MAIN)) throw new Error('the program is not built: npm run build');
  const { PATH = '' } = process.env;
  return spawn(process.execPath, [MAIN, ...args], { cwd: ROOT, env: { PATH, LOG_LEVEL: 'error', ...env } });
}

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the built program to its end. */
export async function yiwen(
  args: readonly string[],
  env: Record<string, string>,
  input: string | Buffer = '',
): Promise<Ended> {
  const child = start(args, env);
  const { stdin, stdout, stderr } = child;
  if (!stdin || !stdout || !stderr) throw new Error('no pipes');
  stdin.end(input);
  const [out, err, [code]] = await Promise.all([text(stdout), text(stderr), once(child, 'exit')]);
  return { code, stdout: out, stderr: err };
}

export interface Served {
  url: string;
  /** What it has written to stderr so far. */
  printed(): string;
  /** Ends the process. Resolves with its exit code, null when a signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts the built server, on a port of its own where none is given, and waits until it answers. */
export async function serveProgram(env: Record<string, string>): Promise<Served> {
  const port = env.PORT ?? String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = start(['serve'], { ...env, PORT: port });
  let printed = '';
  child.stderr?.on('data', (data) => {
    printed += String(data);
  });
  const until = Date.now() + PATIENCE;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended at once: ${printed}`);
    if (
      await fetch(`${url}/readyz`).then(
        (r) => r.ok,
        () => false,
      )
    )
      break;
    if (Date.now() > until) throw new Error(`the server did not begin: ${printed}`);
    await new Promise((done) => setTimeout(done, 25));
  }
  return {
    url,
    printed: () => printed,
    async end(signal) {
      if (child.exitCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill(signal);
      return (await ended)[0];
    },
  };
}
