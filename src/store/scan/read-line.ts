import { agree, isReadAlike } from '#core/scan/agreement.ts';
import { fusedLine } from '#core/scan/fused-line.ts';
import type { LinePicture, LineReader, LineReading } from '#core/scan/line.ts';
import type { LineNet } from '#core/scan/line-net.ts';
import { type NetReading, readByNet } from '#core/scan/net-reading.ts';

/** Readers of lines: the others are held against what the first reads. */
export interface LineReaders {
  readonly first: LineReader;
  readonly second: LineReader;
  readonly third?: LineReader;
  /** Reads what stands on a line. */
  readonly net?: LineNet;
}

/** Readings of one line, the one that goes on first, and what the net read. */
export interface LineReadings {
  readonly readings: readonly LineReading[];
  readonly net: NetReading | null;
}

const DIGIT = /[0-9๐-๙]/;

/** Whether two readings and the net leave nothing for a third to say. Without a net no line with digits is settled. */
const isSettled = (own: LineReading, other: LineReading, net: NetReading | null): boolean =>
  (net !== null || !DIGIT.test(own.text)) && agree([own, other], net).doubts.length === 0;

const lengthOf = ({ text }: LineReading): number => text.replace(/\s/g, '').length;
/** Share of what others read below which the first reading was broken off. */
const BROKEN_OFF = 0.6;

/** The readings of a line, the one that goes on first: the first reader's, unless it broke off where two others did not. */
const wholeFirst = (readings: readonly LineReading[]): readonly LineReading[] => {
  const [first, second, ...rest] = readings;
  if (!first || !second || rest.length === 0) return readings;
  const others = [second, ...rest];
  return others.every((other) => lengthOf(first) < BROKEN_OFF * lengthOf(other))
    ? [second, first, ...rest]
    : readings;
};

/** What of a line becomes a field: its digits alone, as in running text, or every letter. */
export type LineStake = 'digits' | 'all';

/**
 * Reads a line that was read once by the net and the other readers, by each only where those before it leave something open: where
 * digits alone are at stake the net has to find these, and otherwise to read every letter and mark alike and be sure of it. Where
 * the net read the line, the first of several readings is what all of them make of it, and that of the first reader is the last.
 */
export const readAgain = async (
  line: LinePicture,
  own: LineReading,
  { second, third, net: model }: LineReaders,
  stake: LineStake = 'all',
): Promise<LineReadings> => {
  const net = model ? readByNet(line, model) : null;
  if (net !== null) {
    const isEnough =
      stake === 'digits' ? agree([own], net).doubts.length === 0 : isReadAlike(own, net);
    if (isEnough) return { readings: [own], net };
  }
  const other = await second.read(line);
  const others =
    third === undefined || isSettled(own, other, net) ? [other] : [other, await third.read(line)];
  const readings = wholeFirst([own, ...others]);
  const [first, ...rest] = readings;
  return net === null || first === undefined
    ? { readings, net }
    : { readings: [fusedLine(readings, net), ...rest, first], net };
};
