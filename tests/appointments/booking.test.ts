import { bookingContract } from '../contracts/booking.js';
import { onEachDatabase } from '../support/databases.js';

await onEachDatabase(bookingContract);
