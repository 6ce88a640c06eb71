import { z } from 'zod';

export const answerCase = z.strictObject({
  id: z.string(),
  source: z.string(),
  kind: z.enum([
    'answer',
    'clarify',
    'refuse',
    'oos',
    'injection',
    'medical',
    'emergency',
    'crisis',
    'scam',
    'notemergency',
    'handoff',
    'repeat',
  ]),
  region: z.string(),
  turns: z.array(z.string()).min(1),
  documents: z.array(z.string()),
  must: z.array(z.array(z.string()).min(1)),
  mustNot: z.array(z.string()),
  clause: z.string().optional(),
  style: z.enum(['spoken', 'written', 'dialect', 'worker', 'owner']).optional(),
});

export type AnswerCase = z.infer<typeof answerCase>;
