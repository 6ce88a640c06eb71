import { accidentSigns } from './accidentSigns.js';
import { bloodSigns } from './bloodSigns.js';
import { bystanderSigns } from './bystanderSigns.js';
import { crySigns } from './crySigns.js';
import { illnessSigns } from './illnessSigns.js';
import { injurySigns } from './injurySigns.js';
import { lossSigns } from './lossSigns.js';
import { sceneSigns } from './sceneSigns.js';
import type { Sign } from './sign.js';

export const signs: readonly Sign[] = [
  ...illnessSigns,
  ...bloodSigns,
  ...lossSigns,
  ...crySigns,
  ...accidentSigns,
  ...injurySigns,
  ...sceneSigns,
  ...bystanderSigns,
];
