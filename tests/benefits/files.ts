import { readdir } from 'node:fs/promises';
import { loadBenefits } from '../../src/load-benefits.js';

/** All benefits of the corpus. */
export const benefits = await loadBenefits('corpus/benefits');

/** Adcodes that a file is named by. */
export const fileNames = (await readdir('corpus/benefits')).map((name) => name.replace('.yaml', '')).sort();
