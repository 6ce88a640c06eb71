import { isIPv6 } from 'node:net';
import { giveTriesBack, takeTry } from '../../store/tries.js';
import { plusMinutes } from '../instants.js';
import type { Parts } from '../parts.js';
import type { Instant } from '../types.js';

/** Wrong codes within the time, before none is answered: for one telephone number, and from one address. */
const MOST_FOR_PHONE = 5;
const MOST_FROM_ADDRESS = 20;
const MINUTES = 15;

/** What the tries of one lookup are counted by. */
interface Trier {
  /** The keyed hash of the telephone number. */
  phoneKey: string;
  /** The network address that asks; undefined where there is none of its own, as in a call. */
  address: string | undefined;
}

/**
 * Counts a lookup as a wrong one until {@link wasRight} says otherwise. Null: it may be made; else from when on. Who has
 * no try left from an address takes none of a telephone's away.
 */
export async function countLookup(parts: Parts, trier: Trier, now: Instant): Promise<Instant | null> {
  const until = plusMinutes(now, MINUTES);
  const counted = [
    ...addressKeys(parts, trier).map((key) => ({ key, most: MOST_FROM_ADDRESS })),
    { key: trier.phoneKey, most: MOST_FOR_PHONE },
  ];
  for (const { key, most } of counted) {
    const barred = await takeTry(parts.db, { key, most, now, until });
    if (barred !== null) return barred;
  }
  return null;
}

export async function wasRight(parts: Parts, trier: Trier): Promise<void> {
  await giveTriesBack(parts.db, [...addressKeys(parts, trier), trier.phoneKey]);
}

const addressKeys = ({ hasher }: Parts, { address }: Trier): string[] =>
  address === undefined ? [] : [hasher.hash(`address:${networkOf(address)}`)];

const GROUPS = 8;
/** Whoever has an IPv6 address has the 2^64 beside it too. */
const NETWORK_GROUPS = 4;

function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const groups = (part = ''): string[] => part.split(':').filter((group) => group !== '');
  const [before, after] = address.split('::');
  const [head, tail] = [groups(before), groups(after)];
  const zeros = Array.from({ length: GROUPS - head.length - tail.length }, () => '0');
  return [...head, ...zeros, ...tail].slice(0, NETWORK_GROUPS).join(':');
}
