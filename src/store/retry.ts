/** PostgreSQL: unique violation, serialization failure, deadlock. SQLite: unique violation, busy. */
const PASSING = new Set([
  '23505',
  '40001',
  '40P01',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
]);
const TRIES = 8;

function isPassing(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return false;
  return PASSING.has(error.code) || error.code.startsWith('SQLITE_BUSY');
}

/**
 * Does a transaction again that met another one: by then the other one's outcome can be read. `again`: whether it was
 * done before.
 */
export async function retrying<T>(transaction: (again: boolean) => Promise<T>): Promise<T> {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await transaction(left < TRIES - 1);
    } catch (error) {
      if (left === 0 || !isPassing(error)) throw error;
    }
  }
}
