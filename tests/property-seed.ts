import fc from 'fast-check';

/** The seed of every run that is not given another. */
const SEED = 2567;

const seedOf = (wanted: string | undefined): number | undefined => {
  if (wanted === undefined) return SEED;
  if (wanted === 'random') return undefined;
  const seed = Number(wanted);
  if (!Number.isInteger(seed))
    throw new Error(`WIAN_SEED must be "random" or a whole number, not "${wanted}"`);
  return seed;
};

// One revision passes or fails alike wherever it runs; new inputs are looked for on purpose, with WIAN_SEED=random.
const seed = seedOf(process.env.WIAN_SEED);
if (seed !== undefined) fc.configureGlobal({ seed });
