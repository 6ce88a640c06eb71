import { z } from 'zod';
import { bookingVariables } from './config-booking.js';
import { checkModels, modelVariables } from './config-models.js';
import { phoneVariables } from './config-phone.js';

/** Variables whose values never appear in a message or a log. */
const SECRETS = new Set([
  'YIWEN_KEY',
  'DATABASE_URL',
  'TWILIO_AUTH_TOKEN',
  'DESK_TOKEN',
  'WECHAT_TOKEN',
  'MODEL_KEY',
  'EMBEDDING_KEY',
]);

const instant = z.iso.datetime({
  offset: true,
  error: 'an ISO 8601 time with offset, such as 2026-11-21T10:00:00+08:00',
});

const schema = z
  .object({
    NODE_ENV: z
      .enum(['production', 'development', 'test'], 'production, development or test')
      .default('development'),
    HOST: z.string().min(1, 'an address to listen on, such as 127.0.0.1').default('127.0.0.1'),
    PORT: z.coerce
      .number('a port, 0 to 65535')
      .int('a port, 0 to 65535')
      .min(0, 'a port, 0 to 65535')
      .max(65535, 'a port, 0 to 65535')
      .default(3000),
    YIWEN_DATA: z.string().min(1, 'a folder for database, index and key').default('./data'),
    YIWEN_CORPUS: z.string().min(1, 'a folder that holds documents/ and the word lists').optional(),
    YIWEN_NOW: instant.optional(),
    YIWEN_KEY: z
      .string()
      .regex(
        /^[0-9a-f]{64}(?:,[0-9a-f]{64})*$/i,
        '64 hexadecimal digits: the key that personal data is encrypted with; after a comma, older ones',
      )
      .optional(),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'an address that begins with postgres://')
      .optional(),
    LOG_LEVEL: z
      .enum(
        ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
        'fatal, error, warn, info, debug or silent',
      )
      .default('info'),
    RATE_PER_MINUTE: z.coerce
      .number('requests a minute')
      .int('a whole number of requests')
      .min(1, 'at least 1')
      .default(600),
    SESSION_DAYS: z.coerce
      .number('a number of days')
      .int('a whole number of days')
      .min(1, 'at least 1 day')
      .max(3650, 'at most 3650 days')
      .default(30),
    /** Of every `PROVIDER_SECRET_<NAME>`: what a provider's settings name, and never hold. */
    PROVIDER_SECRETS: z.record(z.string(), z.string()),
    ...modelVariables,
    ...phoneVariables,
    ...bookingVariables,
  })
  .superRefine(checkModels)
  .refine((c) => c.NODE_ENV !== 'production' || c.YIWEN_NOW === undefined, {
    path: ['YIWEN_NOW'],
    message: 'nothing: a fixed clock is refused when NODE_ENV=production',
  });

export type Config = z.infer<typeof schema>;

export class ConfigError extends Error {}

/**
 * The one reader of the environment. Throws {@link ConfigError} with one line that names the variable, what it
 * holds (secrets masked) and what it should hold.
 */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse({ ...set, PROVIDER_SECRETS: providerSecrets(set) });
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const name = String(issue?.path[0] ?? 'configuration');
  const held = SECRETS.has(name) ? '(hidden)' : JSON.stringify(set[name] ?? '');
  throw new ConfigError(`${name} is ${held}; it should be ${issue?.message ?? 'valid'}`);
}

const PROVIDER_SECRET = 'PROVIDER_SECRET_';

function providerSecrets(set: Record<string, string | undefined>): Record<string, string | undefined> {
  const secrets = Object.entries(set).filter(([name]) => name.startsWith(PROVIDER_SECRET));
  return Object.fromEntries(secrets.map(([name, value]) => [name.slice(PROVIDER_SECRET.length), value]));
}
