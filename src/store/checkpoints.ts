import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** Pages that the write-ahead log may hold, 64 MiB, before writers are made to wait until it is empty. */
const MOST_PAGES = 16_384;

/** Of a thread: given as text, so that it is found from the sources as from the build. */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
const database = new (require(workerData.sqlite))(workerData.file);
database.pragma('synchronous = NORMAL');
parentPort.on('message', (what) => {
  if (what === 'close') {
    database.close();
    parentPort.close();
    return;
  }
  const [{ log }] = database.pragma('wal_checkpoint(PASSIVE)');
  if (log > workerData.mostPages) database.pragma('wal_checkpoint(RESTART)');
});`;

/**
 * Brings what a write-ahead log holds into its database, on a thread that begins when it is first needed: it waits for
 * the disk, while the main thread goes on writing.
 */
export class Checkpoints {
  readonly #file: string;
  #thread: Worker | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  make(): void {
    this.#thread ??= this.#begin();
    this.#thread.postMessage('make');
  }

  #begin(): Worker {
    const sqlite = createRequire(import.meta.url).resolve('better-sqlite3');
    const workerData = { sqlite, file: this.#file, mostPages: MOST_PAGES };
    const thread = new Worker(THREAD, { eval: true, workerData });
    // The log is kept whole, and the next checkpoint is made by a new thread.
    thread.on('error', () => {
      this.#thread = null;
    });
    thread.unref();
    return thread;
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    if (thread === null) return;
    const ended = new Promise((done) => thread.once('exit', done));
    thread.ref();
    thread.postMessage('close');
    await ended;
  }
}
