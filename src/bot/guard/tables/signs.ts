import { accidentSigns } from './accidentSigns.js';
import { illnessSigns } from './illnessSigns.js';
import { sceneSigns } from './sceneSigns.js';
import type { Sign } from './sign.js';

export const signs: readonly Sign[] = [...illnessSigns, ...accidentSigns, ...sceneSigns];
