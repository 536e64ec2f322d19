import type { FieldPath } from '#core/field-path.ts';
import type { Fact } from '#core/letter/fact.ts';
import { didYouMean } from '#core/nearest.ts';
import type { Problem } from '#core/problem.ts';
import { ORIGINAL, offerKeys, sourceFaults } from '#core/tracking/row-rules.ts';
import { type ContentRecord, problemAt, type Rule, type SourceFile } from '../content.ts';

const unknownKey = (
  source: SourceFile,
  field: FieldPath,
  key: string,
  keys: readonly string[],
): Problem =>
  problemAt(source, field, {
    what: `the chain has no letter with the key "${key}"`,
    why: 'Every fact and every passing on names the letter that it comes from.',
    fix: `${offerKeys(key, keys)}.`,
  });

/** The keys that the readings of doubtful facts name, with their places; walks all fields of a letter. */
const sourcesOfReadings = (fields: unknown): (readonly [FieldPath, string])[] => {
  const found: (readonly [FieldPath, string])[] = [];
  // One path for the whole walk: nearly all fields are walked for nothing.
  const path: (string | number)[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { doubt } = value as Partial<Fact<unknown>>;
    if (doubt && Array.isArray(doubt.readings)) {
      for (const [index, { source }] of doubt.readings.entries()) {
        found.push([[...path, 'readings', index, 'source'], source]);
      }
      return;
    }
    for (const step of Object.keys(value)) {
      path.push(Array.isArray(value) ? Number(step) : step);
      walk((value as Readonly<Record<string, unknown>>)[step]);
      path.pop();
    }
  };
  walk(fields);
  return found;
};

const isInCircle = (key: string, above: ReadonlyMap<string, string>): boolean => {
  const seen = new Set<string>();
  let here: string | undefined = key;
  while (here !== undefined && here !== ORIGINAL && !seen.has(here)) {
    seen.add(here);
    here = above.get(here);
  }
  return here === key;
};

function* checkChain(
  { source, fields, coveringLetters, movements, unread }: ContentRecord,
  records: ReadonlySet<string>,
): Iterable<Problem> {
  const letters = coveringLetters?.letters ?? [];
  const keys = [...new Set(letters.flatMap((letter) => letter?.key ?? []))];
  const known = new Set([ORIGINAL, ...keys]);
  if (unread?.has('coveringLetters')) return;
  const above = new Map(letters.map((letter) => [letter?.key ?? '', letter?.passesOn ?? ORIGINAL]));
  for (const [index, action] of (fields.actions ?? []).entries()) {
    if (action?.source !== undefined && !known.has(action.source)) {
      yield unknownKey(source, ['actions', index, 'source'], action.source, keys);
    }
  }
  for (const [field, key] of sourcesOfReadings(fields)) {
    if (!known.has(key) && !records.has(key)) yield unknownKey(source, field, key, keys);
  }
  for (const { line, movement } of movements?.rows ?? []) {
    for (const fault of sourceFaults(movement, keys)) {
      yield { file: movements?.file as string, line, ...fault };
    }
  }
  if (!coveringLetters) return;
  for (const [index, letter] of letters.entries()) {
    const passesOn = letter?.passesOn;
    if (passesOn === undefined || letter?.key === undefined) continue;
    if (!known.has(passesOn)) {
      yield unknownKey(coveringLetters.source, [index, 'passesOn'], passesOn, keys);
    } else if (keys.length === letters.length && isInCircle(letter.key, above)) {
      yield problemAt(coveringLetters.source, [index, 'passesOn'], {
        what: `the covering letter "${letter.key}" passes on a letter that passes it on`,
        why: 'A chain begins with the original letter.',
        fix: 'Write the key of the letter above, or "letter" for the original.',
      });
    }
  }
  for (const [field, key] of sourcesOfReadings(letters)) {
    if (!known.has(key) && !records.has(key)) {
      yield unknownKey(coveringLetters.source, field, key, keys);
    }
  }
}

/** A page outside any chain takes doubtful facts from records. */
function* checkReadings(
  { source, fields }: ContentRecord,
  records: ReadonlySet<string>,
): Iterable<Problem> {
  for (const [field, record] of sourcesOfReadings(fields)) {
    if (!record.includes('/') || records.has(record)) continue;
    yield problemAt(source, field, {
      what: `there is no record "${record}"`,
      why: 'Every fact names the record that it comes from.',
      fix: `${didYouMean(record, records)}Fix the path of the record.`,
    });
  }
}

/**
 * What a circular says of its chain names letters of that chain or other records, and the chain leads back to the
 * original; doubtful facts of other pages name records that are there.
 */
export const chain: Rule = function* ({ records }) {
  const paths = new Set(records.map(({ path }) => path));
  for (const record of records) {
    yield* record.kind === 'circulars' ? checkChain(record, paths) : checkReadings(record, paths);
  }
};
