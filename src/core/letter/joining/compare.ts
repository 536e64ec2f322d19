import type { Reading } from '../fact.ts';
import { parseLetterNumber } from '../number.ts';
import { doubt, type Field, type FieldDoubt, withDoubts } from '../reading/field.ts';
import type { LetterReading } from '../reading/letter-reading.ts';
import { printedPart, type Reference } from '../reading/reference-field.ts';
import { editDistance, similarity, squeeze } from '../reading/spelling.ts';
import type { Chain } from './chain.ts';

/** A fact of a letter for which copies give readings that disagree; none is chosen. */
export interface Conflict {
  /** Field of the letter: `number`, `date`, `subject`, `references[0].number`. */
  readonly field: string;
  /** Place of the letter in the set. */
  readonly letter: number;
  readonly readings: readonly Reading<string>[];
}

export interface Compared {
  readonly letters: readonly LetterReading[];
  readonly conflicts: readonly Conflict[];
}

/** Name by which a reading says which letter of the set it stands in. */
export const sourceOf = (letter: number): string => `letters[${letter}]`;

const distinct = (readings: readonly Reading<string>[]): number =>
  new Set(readings.map(({ value }) => value).filter((value) => value !== null)).size;

// Doubts that rest on likelihood alone fall when an independent copy says the same.
const SOFT = new Set(['weekend', 'damaged-scan', 'mark-missing', 'mark-misread']);

/** A field beside what copies say of it: agreement, one witness where it cannot be read itself, or a conflict. */
const settle = (
  own: Field<string>,
  at: number,
  cited: readonly Reading<string>[],
): { field: Field<string>; conflict: readonly Reading<string>[] | null } => {
  if (cited.length === 0) return { field: own, conflict: null };
  const self: Reading<string> = { read: own.read ?? '', value: own.value, source: sourceOf(at) };
  const all = own.read === null ? cited : [self, ...cited];
  const isPart =
    own.value !== null && cited.every(({ value }) => value?.startsWith(own.value as string));
  if (distinct(all) > 1 && !(isPart && distinct(cited) === 1)) {
    return { field: withDoubts(own, [doubt('conflict', 'copies-disagree', all)]), conflict: all };
  }
  const known = cited.find(({ value }) => value !== null);
  if (!known) return { field: own, conflict: null };
  if (own.value === known.value) {
    return {
      field: { ...own, doubts: own.doubts.filter(({ code }) => !SOFT.has(code)) },
      conflict: null,
    };
  }
  const cite: FieldDoubt = doubt('cited', 'cited', all);
  return { field: { ...own, value: known.value, doubts: [...own.doubts, cite] }, conflict: null };
};

/** What the covering letters of a chain say of one part of a letter. */
const citedReadings = (chain: Chain, letter: number, part: 'number' | 'date'): Reading<string>[] =>
  chain.links.flatMap(({ covering, passesOn, cites }) => {
    if (passesOn !== letter || !cites?.value) return [];
    const doubted = cites.doubts.find((one) => one.part === part && one.kind === 'unreadable');
    const value = doubted && part === 'number' ? null : cites.value[part];
    return [{ read: printedPart(cites, part), value, source: sourceOf(covering) }];
  });

const nearlySame = (a: string, b: string): boolean => {
  const tidy = (text: string) => squeeze(text).replace(/[–—]/g, '-');
  return tidy(a) === tidy(b);
};

const compareSubjects = (letters: LetterReading[], chain: Chain, conflicts: Conflict[]): void => {
  for (const { covering, passesOn } of chain.links) {
    const [here, there] = [letters[covering] as LetterReading, letters[passesOn] as LetterReading];
    const [a, b] = [here.subject.value, there.subject.value];
    if (a === null || b === null || nearlySame(a, b) || similarity(a, b) < 0.8) continue;
    const readings = [
      { read: b, value: b, source: sourceOf(passesOn) },
      { read: a, value: a, source: sourceOf(covering) },
    ];
    const index = conflicts.findIndex(
      ({ field, letter }) => field === 'subject' && letter === passesOn,
    );
    const before = conflicts[index];
    if (before) {
      conflicts[index] = { ...before, readings: [...before.readings, ...readings.slice(1)] };
    } else {
      conflicts.push({ field: 'subject', letter: passesOn, readings });
    }
    for (const [at, letter] of [
      [covering, here],
      [passesOn, there],
    ] as const) {
      if (letter.subject.doubts.length > 0) continue;
      letters[at] = {
        ...letter,
        subject: withDoubts(letter.subject, [doubt('unclear', 'copies-disagree', readings)]),
      };
    }
  }
};

/** Letters of one office on one subject, sent side by side to different addressees: they repeat each other. */
const sisters = (letters: readonly LetterReading[], chain: Chain): number[][] => {
  const members = [...new Set([chain.original, ...chain.links.map(({ covering }) => covering)])];
  const groups: number[][] = [];
  for (const at of members) {
    const own = letters[at] as LetterReading;
    const group = groups.find(([first]) => {
      const other = letters[first as number] as LetterReading;
      return (
        own.issuer.value !== null &&
        own.issuer.value === other.issuer.value &&
        similarity(own.subject.value ?? '', other.subject.value ?? '') > 0.8
      );
    });
    if (group) group.push(at);
    else groups.push([at]);
  }
  return groups.filter((group) => group.length > 1);
};

const sameReference = (a: Reference, b: Reference): boolean =>
  (a.issuer ?? '') === (b.issuer ?? '') &&
  a.title === b.title &&
  ((a.date !== null && a.date === b.date) || (a.number !== null && a.number === b.number));

const compareReferences = (
  letters: LetterReading[],
  group: readonly number[],
  conflicts: Conflict[],
): void => {
  const [first, ...others] = group as [number, ...number[]];
  const count = Math.min(...group.map((at) => (letters[at] as LetterReading).references.length));
  for (let index = 0; index < count; index++) {
    for (const part of ['number', 'date'] as const) {
      const fields = group.map(
        (at) => (letters[at] as LetterReading).references[index] as Field<Reference>,
      );
      const alike = fields.every(
        ({ value }) => value && fields[0]?.value && sameReference(value, fields[0].value),
      );
      const readings = fields.map((field, place) => ({
        read: printedPart(field, part),
        value: field.value?.[part] ?? null,
        source: sourceOf(group[place] as number),
      }));
      if (!alike || distinct(readings) < 2) continue;
      conflicts.push({ field: `references[${index}].${part}`, letter: first, readings });
      for (const at of [first, ...others]) {
        const letter = letters[at] as LetterReading;
        const references = letter.references.map((one, place) =>
          place === index
            ? withDoubts(one, [doubt('conflict', 'copies-disagree', readings, part)])
            : one,
        );
        letters[at] = { ...letter, references };
      }
    }
  }
};

const compareSignatures = (
  letters: LetterReading[],
  group: readonly number[],
  conflicts: Conflict[],
): void => {
  const readings = group.flatMap((at) => {
    const name = letters[at]?.signatory.value?.name;
    return name ? [{ read: name, value: name, source: sourceOf(at) }] : [];
  });
  const names = [...new Set(readings.map(({ value }) => value))];
  const near = names.every((name) => editDistance(name, names[0] as string) <= name.length / 3);
  if (names.length < 2 || !near) return;
  conflicts.push({ field: 'signatory.name', letter: group[0] as number, readings });
  for (const at of group) {
    const letter = letters[at] as LetterReading;
    letters[at] = {
      ...letter,
      signatory: withDoubts(letter.signatory, [
        doubt('conflict', 'copies-disagree', readings, 'name'),
      ]),
    };
  }
};

const FAR = 100;

/** Letters that an office sends side by side on one day have running numbers close together. */
const compareRunningNumbers = (letters: LetterReading[], group: readonly number[]): void => {
  const plain = group.flatMap((at) => {
    const value = letters[at]?.number.value;
    const number = value ? parseLetterNumber(value) : null;
    return number && !number.circular
      ? [{ at, running: Number(number.running), unit: number.unit }]
      : [];
  });
  for (const { at, running, unit } of plain) {
    const others = plain.filter((one) => one.at !== at && one.unit === unit);
    if (others.length === 0 || others.some((one) => Math.abs(one.running - running) <= FAR))
      continue;
    const letter = letters[at] as LetterReading;
    letters[at] = {
      ...letter,
      number: withDoubts(letter.number, [doubt('unclear', 'far-from-sisters')]),
    };
  }
};

/**
 * Compares the readings of one fact across the letters of each chain: number and date of a letter with how others
 * cite it, subjects, and what letters sent side by side repeat. Letters come back with the doubts that this raises,
 * or without those that it settles.
 */
export const compareCopies = (
  letters: readonly LetterReading[],
  chains: readonly Chain[],
): Compared => {
  const compared = [...letters];
  const conflicts: Conflict[] = [];
  for (const chain of chains) {
    for (const at of new Set(chain.links.map(({ passesOn }) => passesOn))) {
      for (const part of ['number', 'date'] as const) {
        const letter = compared[at] as LetterReading;
        const { field, conflict } = settle(letter[part], at, citedReadings(chain, at, part));
        compared[at] = { ...letter, [part]: field };
        if (conflict) conflicts.push({ field: part, letter: at, readings: conflict });
      }
    }
    compareSubjects(compared, chain, conflicts);
    for (const group of sisters(compared, chain)) {
      compareReferences(compared, group, conflicts);
      compareSignatures(compared, group, conflicts);
      compareRunningNumbers(compared, group);
    }
  }
  return { letters: compared, conflicts };
};
