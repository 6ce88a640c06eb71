import { z } from 'zod';
import type { ProviderRecord } from '../../port.js';
import { baseUrl, byDepartmentId, parseSettings, secretName, timeLimit } from '../remote.js';
import { SIGN_METHODS } from './sign.js';
import { VERDICTS } from './verdicts.js';

const path = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9/_.-]{0,199}$/u, 'a path such as order/submitOrder');
const field = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/u, 'the name of a field');
const code = z.string().min(1).max(64);
const clock = z.iso.time({ precision: -1 });
const session = z.tuple([clock, clock]);

const department = z.strictObject({ depcode: code, green: code.optional() });

/**
 * How a hospital's registration platform is reached. `secret`: name of the signing key in the configuration.
 * `departments`: by the provider's own id of each, the platform's code, and under `green` that of what is kept for the green channel.
 * `paths.query` with `fields.reference`: where the platform can be asked for an order by a number of ours, and the
 * field that it takes it in. `fields.remark`: the field for what the hospital should know (轮椅), where it has one.
 * `sessions`: from when to when, where a schedule gives only 上午 (0) or 下午 (1). `codes`: what the platform's own
 * codes mean, beside 200 for done.
 */
export const hisSettings = z
  .strictObject({
    url: baseUrl,
    secret: secretName,
    sign: z.enum(SIGN_METHODS).default('hmac-sha256'),
    timeoutMs: timeLimit,
    hoscode: code,
    departments: z.record(z.string(), department),
    paths: z
      .strictObject({
        schedules: path.default('schedule/list'),
        submit: path.default('order/submitOrder'),
        cancel: path.default('order/updateCancelStatus'),
        query: path.optional(),
      })
      .prefault({}),
    fields: z.strictObject({ reference: field.optional(), remark: field.optional() }).default({}),
    idCard: z
      .strictObject({ type: code, male: code, female: code })
      .default({ type: '01', male: '1', female: '2' }),
    sessions: z
      .strictObject({ morning: session, afternoon: session })
      .default({ morning: ['08:00', '12:00'], afternoon: ['14:00', '17:30'] }),
    codes: z.partialRecord(z.enum(VERDICTS), z.array(z.string()).max(50)).default({}),
  })
  .refine((s) => (s.paths.query === undefined) === (s.fields.reference === undefined), {
    path: ['paths', 'query'],
    message: 'an order is asked for by the number in fields.reference: both or neither',
  });
export type HisSettings = Omit<z.infer<typeof hisSettings>, 'departments'> & {
  departments: ReadonlyMap<string, z.infer<typeof department>>;
};

/** Throws {@link Misconfigured}. */
export function hisSettingsOf(provider: ProviderRecord): HisSettings {
  const settings = parseSettings(hisSettings, provider.settings);
  return { ...settings, departments: byDepartmentId(provider, settings.departments) };
}
