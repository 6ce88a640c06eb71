import type { House } from '../../src/bot/house.js';
import type { BotParts } from '../../src/bot/turn.js';

/** What is evaluated: a corpus, and the steps of a model where one is to take part. */
export interface Subject {
  house: House;
  model?: NonNullable<BotParts['model']>;
}

/** The same as parts of a bot. */
export const partsOf = ({ house, model }: Subject): Pick<BotParts, 'house' | 'model'> => ({
  house: () => house,
  ...(model ? { model } : {}),
});
