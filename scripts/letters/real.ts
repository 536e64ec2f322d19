import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { canonicalLetterNumber } from '#core/letter/number.ts';
import type { Field } from '#core/letter/reading/field.ts';
import type { LetterReading } from '#core/letter/reading/letter-reading.ts';
import { squeeze } from '#core/letter/reading/spelling.ts';
import { type Reader, TODAY } from './reader.ts';
import { count } from './score.ts';
import { newScore, type Score } from './tally.ts';

/** Facts of real letters as a person read them from the scans; "?" after a value means that the scan is doubtful there. */
interface KnownLetter {
  readonly level: string;
  readonly from: string;
  readonly number: string;
  readonly date: string;
  readonly subject?: string;
  readonly to: string | readonly string[];
  readonly refers?: readonly { readonly number: string; readonly date?: string }[];
  readonly received?: readonly { readonly number: string; readonly date?: string }[];
  readonly attachments?: readonly string[];
}

interface Facts {
  readonly chains: readonly {
    readonly source: string;
    readonly letters: readonly KnownLetter[];
  }[];
}

const isDoubted = (text: string): boolean => text.includes('?');
const plain = (text: string): string => text.replaceAll('?', '').trim();
const canonical = (text: string): string => canonicalLetterNumber(plain(text)) ?? plain(text);
const dateOf = (text: string): string => plain(text).replace(/-$/, '');

/** The reading of a known letter: same level, and of several the one with the nearest addressee. */
const findReading = (
  letters: readonly LetterReading[],
  { level, to }: KnownLetter,
): LetterReading | undefined => {
  const wanted = squeeze([to].flat().join(''));
  const fitting = letters.filter((letter) => letter.level.value === level);
  return (
    fitting.find((letter) => wanted.includes(squeeze(letter.to[0]?.value ?? '-'))) ?? fitting[0]
  );
};

const countDoubted = (
  score: Score,
  name: string,
  field: Field<unknown> | null,
  value: string | null,
  known: string,
  truth: string,
  where: string,
): void => {
  // Where the person was in doubt, a reading without doubt claims more than the scan shows, right or not.
  const overconfident = isDoubted(known) && field !== null && field.doubts.length === 0;
  count(score, name, field, overconfident ? `${value} without doubt` : value, truth, where);
};

const scoreKnown = (
  score: Score,
  known: KnownLetter,
  letter: LetterReading | undefined,
  where: string,
): void => {
  const one = (name: string, field: Field<string> | undefined, fact: string, truth: string) =>
    countDoubted(score, name, field ?? null, field?.value ?? null, fact, truth, where);
  one('level', letter?.level, '', known.level);
  one('issuer', letter?.issuer, '', known.from);
  one('number', letter?.number, known.number, canonical(known.number));
  one('date', letter?.date, known.date, dateOf(known.date));
  if (known.subject) one('subject', letter?.subject, '', known.subject);
  [known.to].flat().forEach((addressee, at) => {
    one('to', letter?.to[at], '', addressee);
  });
  known.refers?.forEach(({ number, date }, at) => {
    const field = letter?.references[at] ?? null;
    countDoubted(
      score,
      'ref. number',
      field,
      field?.value?.number ?? null,
      number,
      canonical(number),
      where,
    );
    if (date)
      countDoubted(
        score,
        'ref. date',
        field,
        field?.value?.date ?? null,
        date,
        dateOf(date),
        where,
      );
  });
  known.received?.forEach(({ number, date }, at) => {
    const field = letter?.stamps[at] ?? null;
    count(score, 'stamp', field, field?.value?.number ?? null, number, where);
    if (!date && field && field.doubts.length === 0)
      count(score, 'stamp', field, field.value?.date ?? null, '?', where);
  });
  known.attachments?.forEach((attachment, at) => {
    const title = attachment.replace(/\s*\([๐-๙]+ ชุด\)$/, '');
    const field = letter?.attachments[at]?.field ?? null;
    count(score, 'attachment', field, field?.value ?? null, title, where);
  });
};

const readIfThere = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

/** Scores the reader on the real letters of a folder against its facts.yaml; null where there is no such folder. */
export const scoreRealLetters = async (
  folder: string,
  reader: Reader = TODAY,
): Promise<Score | null> => {
  const text = await readIfThere(join(folder, 'facts.yaml'));
  if (text === null) return null;
  const score = newScore();
  for (const { source, letters } of (parse(text) as Facts).chains) {
    const document = await readIfThere(join(folder, source));
    if (document === null) continue;
    const reading = reader.read(document);
    const read = 'refusal' in reading ? [] : reader.join(reading.letters).letters;
    const spare = [...read];
    for (const [at, known] of letters.entries()) {
      const letter = findReading(spare, known);
      if (letter) spare.splice(spare.indexOf(letter), 1);
      scoreKnown(score, known, letter, `${source} letter ${at + 1}`);
    }
  }
  return score;
};
