import fc from 'fast-check';

/** A fixed seed, so that a build fails for what was changed and not by the draw; `FC_SEED=random` explores. */
const asked = process.env.FC_SEED ?? '20261122';
const seed = asked === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(asked);
if (!Number.isInteger(seed)) throw new Error(`FC_SEED is "${asked}": a whole number or "random" is meant`);

fc.configureGlobal({ seed });
