import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Random, seededRandom } from '../lib/random.ts';
import { degrade, POOR } from './degrade.ts';
import { makeLetter } from './generate.ts';
import { type Draw, documentOf } from './measure.ts';
import type { Reader } from './reader.ts';
import { KINDS } from './sweep.ts';
import type { TimingRequest } from './timing-process.ts';

/** Times of one reader on one text. */
export interface ReaderTimes {
  readonly reader: string;
  /** Milliseconds of processor time of each round, by process. */
  readonly times: readonly (readonly number[])[];
  readonly median: number;
  /** Its time by that of the last reader, one a process: the medians of the rounds in which both were timed. */
  readonly ratios: readonly number[];
  readonly ratio: number;
}

export interface Throughput {
  /** What the text is made of. */
  readonly text: string;
  readonly bytes: number;
  readonly readers: readonly ReaderTimes[];
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

/** Texts in one, each drawn with a number from 1 on, until there are `bytes` bytes (UTF-8) of them. */
const joinUntil = (bytes: number, draw: (number: number) => string): string => {
  const texts: string[] = [];
  let size = 0;
  for (let number = 1; size < bytes; number++) {
    const text = draw(number);
    texts.push(text);
    size += Buffer.byteLength(text);
  }
  return texts.join('\n\n\n');
};

// Damaged text may be refused as a whole, which would take no time.
const SOUND = KINDS.filter(({ group }) => group !== 'maker' && group !== 'mixed');

/** Texts of `bytes` bytes to time readers on, by name: letters of all layouts, and poor scans. */
export const longTexts = (bytes: number, draw: Draw): Readonly<Record<string, string>> => {
  const random: Random = seededRandom(draw.seed);
  return {
    'letters of all layouts': joinUntil(
      bytes,
      (number) => documentOf(random.pick(SOUND), number, draw).text,
    ),
    'poor scans': joinUntil(bytes, () => degrade(makeLetter(random).lines, POOR, random)),
  };
};

const PROCESS = join(import.meta.dirname, 'timing-process.ts');

/** A process that times one reader; `ended` rejects when it ends. */
interface TimingProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<never>;
}

const startProcess = ({ tree }: Reader): TimingProcess => {
  const child = fork(PROCESS, [tree], { execArgv: ['--expose-gc'] });
  const ended = once(child, 'exit').then(([code]): never => {
    throw new Error(`The process that times a reader ended with code ${code}.`);
  });
  // Ending is a fault only while an answer is awaited.
  ended.catch(() => {});
  return { child, ended };
};

const timeIn = async ({ child, ended }: TimingProcess, request: TimingRequest): Promise<number> => {
  const answer = once(child, 'message') as Promise<[number]>;
  child.send(request);
  const [time] = await Promise.race([answer, ended]);
  return time;
};

/** Rounds in turn, each in the other order, in one process a reader; the first two warm up and are not counted. */
const timesInProcesses = async (
  readers: readonly Reader[],
  text: string,
  rounds: number,
): Promise<number[][]> => {
  const times = readers.map((): number[] => []);
  const processes = readers.map(startProcess);
  try {
    for (let round = -2; round < rounds; round++) {
      const order = readers.map((_, at) => at);
      for (const at of round % 2 === 0 ? order : order.reverse()) {
        const time = await timeIn(processes[at] as TimingProcess, { text });
        if (round >= 0) times[at]?.push(time);
      }
    }
  } finally {
    for (const { child } of processes) child.kill();
  }
  return times;
};

/**
 * Times the readers on one text, in turn. Each has a process of its own, and `processes` of them one after another:
 * how the same code is compiled differs by a tenth and more from process to process.
 */
export const measureThroughput = async (
  readers: readonly Reader[],
  [name, text]: readonly [name: string, text: string],
  { processes, rounds }: { readonly processes: number; readonly rounds: number },
): Promise<Throughput> => {
  const times = readers.map((): number[][] => []);
  for (let process = 0; process < processes; process++) {
    const all = await timesInProcesses(readers, text, rounds);
    all.forEach((own, at) => {
      times[at]?.push(own);
    });
  }
  const last = times.at(-1) as number[][];
  return {
    text: name,
    bytes: Buffer.byteLength(text),
    readers: readers.map(({ name: reader }, at) => {
      const own = times[at] as number[][];
      const ratios = own.map((one, process) => median(one) / median(last[process] as number[]));
      return { reader, times: own, median: median(own.flat()), ratios, ratio: median(ratios) };
    }),
  };
};
