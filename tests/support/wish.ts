import { wishOf as wishIn } from '../../evals/booking/wish.js';
import { realHouse } from './house.js';

const house = await realHouse();

/** What a sentence that opens a conversation asks of the booking desk; null where nothing. */
export const wishOf = (said: string, known = false) => wishIn(said, house, known);
