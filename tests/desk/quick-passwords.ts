import crypto, { type BinaryLike, type ScryptOptions } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** The work of scrypt that whoever guesses a password of the desk has for each guess: 0.13 s of a processor. */
export const FULL_COST = { N: 16_384, r: 16, p: 1 };
/** The rounds of it in tests, which sign people up and in by the hundred: half of their time went there. */
const ROUNDS = 16;

const asked: ScryptOptions[] = [];

/** With which work the desk last asked for a password to be keyed. */
export const lastCost = (): ScryptOptions | undefined => asked.at(-1);

const { scrypt } = crypto;

/** The function of Node with fewer rounds: better-auth calls it for each password that is set or tried. */
const quickScrypt = (
  password: BinaryLike,
  salt: BinaryLike,
  length: number,
  options: ScryptOptions,
  done: (error: Error | null, key: Buffer) => void,
): void => {
  asked.push(options);
  scrypt(password, salt, length, { ...options, N: ROUNDS }, done);
};

Object.assign(crypto, { scrypt: quickScrypt });
syncBuiltinESMExports();
