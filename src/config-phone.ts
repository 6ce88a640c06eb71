import { z } from 'zod';

const HOURS = /^(?:[01]\d|2[0-4]):[0-5]\d-(?:[01]\d|2[0-4]):[0-5]\d$/u;
const NUMBER = /^\+[1-9]\d{6,14}$/u;

const number = z.string().regex(NUMBER, 'a telephone number such as +8637166668888');

/** `09:00-12:00,14:00-17:30` -> minutes of the day. */
const hours = z
  .string()
  .refine(
    (text) => text.split(',').every((part) => HOURS.test(part)),
    'hours of the day such as 09:00-12:00,14:00-17:30',
  )
  .transform((text) => text.split(',').map((part) => part.split('-').map(minutes)))
  .transform((parts) => parts.map(([from = 0, to = 0]) => ({ from, to })));

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** `+8637166668888=郑州市,+867452222333=431202` -> number and place. */
const regions = z
  .string()
  .refine(
    (text) => text.split(',').every((pair) => /^\+[1-9]\d{6,14}=[^=]{2,60}$/u.test(pair.trim())),
    'pairs of the number dialled and its place, such as +8637166668888=郑州市',
  )
  .transform((text) => new Map(text.split(',').map((pair) => splitPair(pair.trim()))));

function splitPair(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
}

const limit = (what: string, most: number, fallback: number) =>
  z.coerce
    .number(what)
    .int(what)
    .min(1, `${what}, at least 1`)
    .max(most, `${what}, at most ${most}`)
    .default(fallback);

/** The telephone. Its webhooks are off unless both the token and the public address are there. */
export const phoneVariables = {
  TWILIO_AUTH_TOKEN: z.string().min(8, 'the auth token of the Twilio account').optional(),
  PUBLIC_BASE_URL: z
    .url({
      protocol: /^https?$/u,
      error: 'the public address of this server, such as https://yiwen.example.org',
    })
    .transform((url) => url.replace(/\/+$/u, ''))
    .optional(),
  PHONE_MODE: z.enum(['gather', 'relay'], 'gather or relay').default('gather'),
  PHONE_REGIONS: regions.optional(),
  PHONE_CALLS: limit('how many calls at once', 10_000, 500),
  PHONE_CALLS_PER_NUMBER: limit('how many calls at once from one number', 10_000, 5),
  DESK_NUMBER: number.optional(),
  DESK_HOURS: hours.default([
    { from: 9 * 60, to: 12 * 60 },
    { from: 14 * 60, to: 17 * 60 + 30 },
  ]),
};
