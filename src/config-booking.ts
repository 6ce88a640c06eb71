import { z } from 'zod';

/** Variables of booking: who may do the desk's work, and how messages leave. */
export const bookingVariables = {
  DESK_TOKEN: z
    .string()
    .min(16, 'at least 16 characters that nobody guesses: the token of the community workers')
    .optional(),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/, 'the SID of the Twilio account: AC and 32 hexadecimal digits')
    .optional(),
  TWILIO_FROM: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, 'the number that messages come from, such as +8637166668888')
    .optional(),
};
