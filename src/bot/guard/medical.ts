import { found } from './pattern.js';
import { medicalQuestions, notMedical } from './tables/medical.js';
import type { MedicalAbout } from './types.js';

export function findMedical(text: string): MedicalAbout | undefined {
  if (found(text, notMedical)) return undefined;
  return medicalQuestions.find(({ pattern }) => found(text, pattern))?.about;
}
