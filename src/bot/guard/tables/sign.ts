import type { Pattern } from '../pattern.js';
import type { EmergencyType } from '../types.js';

/**
 * A sign of danger to life. `weight`: 3 is an emergency as it stands, 2 needs one thing more (haste, a second
 * sign), 1 needs two. `lasting`: may as well be a state of years, which questions of policy are asked about.
 */
export interface Sign {
  type: EmergencyType;
  weight: 1 | 2 | 3;
  lasting?: true;
  pattern: Pattern;
}
