import { seededRandom } from '../lib/random.ts';
import { CLEAN, degrade, FAIR, POOR, type Rates } from './degrade.ts';
import { makeLetter } from './generate.ts';
import { type Reader, TODAY } from './reader.ts';
import { scoreLetter } from './score.ts';
import { newScore, type Score } from './tally.ts';

/** Qualities of scan that are measured, each with its rates. */
export const QUALITIES: Readonly<Record<string, Rates>> = { clean: CLEAN, fair: FAIR, poor: POOR };

/** What came of reading made-up letters of one quality. */
export interface MadeScore {
  readonly score: Score;
  /** Personal data in the letters, and how many pieces of it were taken out. */
  readonly personal: number;
  readonly redacted: number;
}

/** Makes up `letters` letters, degrades them at the given rates, reads them and scores each field. */
export const scoreMadeLetters = (
  letters: number,
  rates: Rates,
  reader: Reader = TODAY,
): MadeScore => {
  const score = newScore();
  let [personal, redacted] = [0, 0];
  for (let seed = 1; seed <= letters; seed++) {
    const random = seededRandom(seed);
    const { truth, lines } = makeLetter(random);
    const reading = reader.read(degrade(lines, rates, random));
    const letter = 'refusal' in reading ? undefined : reading.letters[0];
    personal += truth.personal;
    redacted += 'refusal' in reading ? 0 : reading.redactions;
    scoreLetter(score, letter, truth, `seed ${seed}`);
  }
  return { score, personal, redacted };
};
