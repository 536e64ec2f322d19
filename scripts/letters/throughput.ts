import { seededRandom } from '../lib/random.ts';
import { type Draw, documentOf } from './measure.ts';
import type { Reader } from './reader.ts';
import { KINDS } from './sweep.ts';

/** Times of one reader on the same text. */
export interface Throughput {
  readonly reader: string;
  readonly bytes: number;
  /** Milliseconds of processor time, one a round. */
  readonly times: readonly number[];
  readonly median: number;
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

// Damaged text may be refused as a whole, which would take no time.
const SOUND = KINDS.filter(({ group }) => group !== 'maker' && group !== 'mixed');

/** About `bytes` bytes (UTF-8) of letters of all layouts in one text. */
export const longText = (bytes: number, draw: Draw): string => {
  const random = seededRandom(draw.seed);
  const texts: string[] = [];
  let size = 0;
  for (let number = 1; size < bytes; number++) {
    const { text } = documentOf(random.pick(SOUND), number, draw);
    texts.push(text);
    size += new TextEncoder().encode(text).length;
  }
  return texts.join('\n\n\n');
};

const timeOf = (reader: Reader, text: string): number => {
  const before = process.cpuUsage();
  const reading = reader.read(text);
  if (!('refusal' in reading)) reader.join(reading.letters);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/**
 * Times the readers on one text, in turn, each round in the other order; the first round warms up and is not counted.
 * `pause` is awaited between rounds, so that a run can be interrupted.
 */
export const measureThroughput = async (
  readers: readonly Reader[],
  text: string,
  rounds: number,
  pause: () => Promise<void>,
): Promise<Throughput[]> => {
  const times = new Map(readers.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round++) {
    for (const reader of round % 2 === 0 ? readers : [...readers].reverse()) {
      const time = timeOf(reader, text);
      if (round > 0) times.get(reader.name)?.push(time);
    }
    await pause();
  }
  const bytes = new TextEncoder().encode(text).length;
  return [...times].map(([reader, all]) => ({ reader, bytes, times: all, median: median(all) }));
};
