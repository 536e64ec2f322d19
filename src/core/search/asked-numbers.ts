import { isInterrogative } from './formulas.ts';
import type { IndexReader } from './index-reader.ts';
import { keysWith, nearestKeys, SHORTEST_PART } from './near-numbers.ts';
import { runningKey, runningOfKey } from './numbers.ts';
import type { Query } from './query.ts';
import type { Alternative, Unit } from './unit.ts';

/** A letter number of a query, or digits that may be one, and what the index has of it. */
export interface AskedNumber {
  /** As typed, folded. */
  readonly text: string;
  /** Whether some page names just this number. */
  readonly found: boolean;
  /** Keys under which just this number is indexed. */
  readonly keys: readonly string[];
  /** Whether it is written as a letter number; else it is digits alone, which may be one. */
  readonly written: boolean;
  /** Keys of running numbers near to one that is nowhere, or with the digits in them; the nearest first. */
  readonly near: readonly string[];
}

/** A query whose numbers were looked up. */
export interface WithNumbers {
  readonly query: Query;
  readonly numbers: readonly AskedNumber[];
}

const NEAR = 0.4;
const AS_TOKEN = 0.8;
const OTHER_LETTER = 0.95;

const HAS_PREFIX = /^#[ก-ฮ]{2,}(?:\([ก-ฮ]+\))?\d+\//;

/** The keys that name a number as fully as it was typed: with its prefix where it had one. */
const exactKeys = ({ alternatives }: Unit): string[] => {
  const keys = alternatives.map(({ key }) => key).filter((key) => key.startsWith('#'));
  const prefixed = keys.filter((key) => HAS_PREFIX.test(key));
  return prefixed.length > 0 ? prefixed : keys.slice(0, 1);
};

const near = (keys: readonly string[]): Alternative[] => keys.map((key) => ({ key, weight: NEAR }));

const anyFound = async (reader: IndexReader, keys: readonly string[]): Promise<boolean> =>
  (await reader.lookUp(keys)).size > 0;

interface LookedUp {
  readonly unit: Unit;
  readonly number: AskedNumber;
}

const lookUpWritten = async (reader: IndexReader, unit: Unit): Promise<LookedUp> => {
  const keys = exactKeys(unit);
  const number = { text: unit.text, keys, written: true };
  if (await anyFound(reader, keys)) return { unit, number: { ...number, found: true, near: [] } };
  const alone = unit.alternatives.map(({ key }) => key).find((key) => runningOfKey(key) !== null);
  const running = alone === undefined ? null : runningOfKey(alone);
  const nearest =
    running === null
      ? []
      : nearestKeys(running, alone?.startsWith('#ว') === true, await reader.numbers());
  return {
    unit: { ...unit, alternatives: near(nearest) },
    number: { ...number, found: false, near: nearest },
  };
};

const isDigits = ({ kind, text }: Unit): boolean =>
  (kind === 'word' || kind === 'joined') && new RegExp(`^\\d{${SHORTEST_PART},6}$`).test(text);

/** Codes of units have four digits, which begin with zero: people leave it out. */
const unitTokens = (digits: string): string[] =>
  digits.length === SHORTEST_PART ? [`0${digits}`] : [];

/** Digits alone: the running number of a letter, or part of one. */
const lookUpDigits = async (
  reader: IndexReader,
  unit: Unit,
  isAlone: boolean,
): Promise<LookedUp | null> => {
  const asTyped = unit.alternatives.map(({ key }) => key);
  if (!isAlone && (await anyFound(reader, asTyped))) return null;
  const keys = [runningKey(unit.text, true), runningKey(unit.text, false)];
  const [found, all] = await Promise.all([anyFound(reader, keys), reader.numbers()]);
  const having = keysWith(unit.text, all);
  const alternatives = [
    { key: keys[0] as string, weight: 1 },
    { key: keys[1] as string, weight: OTHER_LETTER },
    ...unit.alternatives.map(({ key, weight }) => ({ key, weight: weight * AS_TOKEN })),
    ...near([...having, ...unitTokens(unit.text)]),
  ];
  return {
    unit: { ...unit, kind: isAlone ? 'number' : unit.kind, alternatives },
    number: { text: unit.text, found, keys, written: false, near: having },
  };
};

/**
 * Looks up the letter numbers of a query, in the small file of all running numbers where one is nowhere. A number that no
 * page names is sought in those nearest to it, and digits alone, if three or more, as a part of numbers as well.
 */
export const withNumbers = async (reader: IndexReader, query: Query): Promise<WithNumbers> => {
  const isAlone = query.units.every(
    (unit) =>
      !unit.required ||
      isDigits(unit) ||
      unit.kind === 'number' ||
      unit.kind === 'date' ||
      isInterrogative(unit.text),
  );
  const numbers: AskedNumber[] = [];
  const units: Unit[] = [];
  for (const unit of query.units) {
    let lookedUp: LookedUp | null = null;
    if (unit.kind === 'number') lookedUp = await lookUpWritten(reader, unit);
    else if (unit.required && isDigits(unit)) lookedUp = await lookUpDigits(reader, unit, isAlone);
    units.push(lookedUp?.unit ?? unit);
    if (lookedUp) numbers.push(lookedUp.number);
  }
  return { query: { ...query, units }, numbers };
};
