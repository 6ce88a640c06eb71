import type { z } from 'zod';
import type { assessmentList } from '../../../../src/channels/web/benefits-schemas.js';

export type Assessed = z.infer<typeof assessmentList>;
export type Assessment = Assessed['assessments'][number];
export type Question = NonNullable<Assessed['nextQuestion']>;
