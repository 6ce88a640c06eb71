import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';

/** Writes a file and waits until it is on the disk. */
export function writeDurably(file: string, data: string | Uint8Array): void {
  const handle = openSync(file, 'w');
  try {
    writeFileSync(handle, data);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Waits until the names in a directory are on the disk. */
export function syncDirectory(directory: string): void {
  const handle = openSync(directory, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
