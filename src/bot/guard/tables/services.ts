import type { EmergencyService, EmergencyType } from '../types.js';

/** Whom to ring where it is not the ambulance. */
const others: Partial<Record<EmergencyType, EmergencyService>> = {
  gas: '119',
  fire: '119',
  trapped: '119',
  missing: '110',
  violence: '110',
};

export function serviceFor(type: EmergencyType): EmergencyService {
  return others[type] ?? '120';
}
