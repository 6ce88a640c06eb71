import type pg from 'pg';

/** More statements than the program has; beyond it they are sent unnamed, as those are whose text varies. */
const MOST_NAMED = 200;

/**
 * A PostgreSQL client of which every statement with parameters is prepared once a connection: the server parses and
 * plans it once.
 */
export function preparingClient(Client: typeof pg.Client): typeof pg.Client {
  const names = new Map<string, string>();

  function nameOf(text: string): string | undefined {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST_NAMED) return known;
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  }

  return class extends Client {
    constructor(...options: ConstructorParameters<typeof Client>) {
      super(...options);
      const query: (...args: unknown[]) => unknown = this.query.bind(this);
      const named = (text: unknown, values: unknown, ...rest: unknown[]): unknown => {
        const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined;
        return name === undefined ? query(text, values, ...rest) : query({ name, text, values }, ...rest);
      };
      Object.assign(this, { query: named });
    }
  };
}
