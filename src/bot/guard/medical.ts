import { medicalQuestions, notMedical } from './data/medical.js';
import type { MedicalAbout } from './types.js';

export function findMedical(text: string): MedicalAbout | undefined {
  notMedical.lastIndex = 0;
  if (notMedical.test(text)) return undefined;
  return medicalQuestions.find(({ pattern }) => {
    pattern.lastIndex = 0;
    return pattern.test(text);
  })?.about;
}
