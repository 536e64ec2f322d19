import { describe, expect, it } from 'vitest';
import { toArabicDigits } from '#core/letter/digits.ts';
import { LAYOUTS, type LayoutName } from './layouts/layouts.ts';
import { citationOf, type Draw, documentOf, kindName } from './measure.ts';
import { FORMAL, printDate } from './print.ts';
import { ALL_KINDS, CITATION_KINDS, GROUPS, KINDS, type Kind } from './sweep.ts';
import type { Truth } from './truth.ts';
import { DEADLINES } from './words/deadlines.ts';
import { AGENCIES, DEPARTMENTS, MINISTRIES } from './words/offices.ts';
import { VOCABULARIES } from './words/part.ts';
import { DISTRICTS, PEOPLE, RANKS, SUBDISTRICTS } from './words/places.ts';
import { CLOSINGS, ENCLOSURES, OPENINGS, PARAGRAPHS, TOPICS } from './words/topics.ts';
import { TRAPS } from './words/traps.ts';

const DRAW: Draw = { seed: 1, vocabulary: 'tuning', letters: 4 };
const draws = VOCABULARIES.map((vocabulary): Draw => ({ ...DRAW, vocabulary }));
const plain = (text: string): string =>
  toArabicDigits(text).replace(/\s+/g, '').replaceAll('/ว.', '/ว');

/** What has to stand in the text of a letter as typed, in any order. */
const facts = (truth: Truth): string[] => [
  truth.number,
  ...truth.to,
  ...truth.references.flatMap(({ number }) => number),
  ...truth.attachments,
  ...truth.stamps.map(({ number }) => number),
  ...(truth.isSealed ? [] : [truth.subject, truth.signatory.slice((truth.rank ?? '').length)]),
];

const isTyped = ({ group, name }: Kind): boolean => group !== 'maker' && name !== 'any maker';

describe('made-up documents', () => {
  it('are the same for the same seed, and others for another', () => {
    for (const kind of KINDS) {
      const text = documentOf(kind, 1, DRAW).text;
      expect(documentOf(kind, 1, DRAW).text).toBe(text);
      expect(documentOf(kind, 1, { ...DRAW, seed: 2 }).text).not.toBe(text);
      expect(documentOf(kind, 2, DRAW).text).not.toBe(text);
    }
  });

  it('have kinds of every group, each name once', () => {
    expect(new Set(ALL_KINDS.map(({ group }) => group))).toEqual(new Set(GROUPS));
    expect(new Set(ALL_KINDS.map(kindName)).size).toBe(ALL_KINDS.length);
  });

  it.each(KINDS.filter(isTyped).map((kind) => [kindName(kind), kind] as const))(
    'hold what is true of them: %s',
    (_, kind) => {
      for (const draw of draws) {
        for (let number = 1; number <= draw.letters; number++) {
          const { text, truths } = documentOf(kind, number, draw);
          for (const truth of truths)
            for (const fact of facts(truth)) expect(plain(text)).toContain(plain(fact));
        }
      }
    },
  );

  it.each(Object.keys(DEADLINES).map((name) => `deadline/${name}`))(
    'print the days that they set: %s',
    (name) => {
      const kind = KINDS.find((one) => kindName(one) === name) as Kind;
      for (const draw of draws) {
        const { text, truths } = documentOf(kind, 1, draw);
        const limits = truths.flatMap(({ deadlines }) => deadlines);
        expect(limits.length).toBeGreaterThan(0);
        // Of a list the last day alone is printed whole.
        const whole = name === 'deadline/several-days' ? limits.slice(-1) : limits;
        for (const { to } of whole) {
          if (to !== null) expect(plain(text)).toContain(plain(printDate(to, FORMAL)));
        }
      }
    },
  );

  it.each(Object.keys(LAYOUTS) as LayoutName[])(
    'have as many letters as the layout: %s',
    (name) => {
      const kind = KINDS.find((one) => kindName(one) === `layout/${name}`) as Kind;
      const { truths } = documentOf(kind, 1, DRAW);
      expect(truths).toHaveLength(LAYOUTS[name].letters);
    },
  );

  it('set no day that is none of the calendar, and none before the letter', () => {
    for (const kind of KINDS) {
      for (const { date, deadlines } of documentOf(kind, 1, DRAW).truths) {
        for (const { from, to } of deadlines) {
          if (to !== null) expect(to > date.slice(0, to.length)).toBe(true);
          if (from !== null) expect(to !== null && from < to).toBe(true);
        }
      }
    }
  });
});

describe('made-up citations', () => {
  it.each(CITATION_KINDS.map((kind) => [kind.name, kind] as const))(
    'hold what is true of them, and are the same for the same seed: %s',
    (_, kind) => {
      for (const draw of draws) {
        for (let number = 1; number <= 20; number++) {
          const { text, truth } = citationOf(kind, number, draw);
          expect(citationOf(kind, number, draw).text).toBe(text);
          const { issuer, prefix, unit, running, subject, urgency } = truth;
          for (const part of [issuer, prefix, unit, running, subject, urgency]) {
            if (part) expect(plain(text)).toContain(plain(part));
          }
        }
      }
    },
  );
});

describe('the two halves of the vocabulary', () => {
  const lists = {
    ...{ TOPICS, ENCLOSURES, OPENINGS, PARAGRAPHS, CLOSINGS },
    ...{ DISTRICTS, SUBDISTRICTS, PEOPLE, RANKS },
  };
  it.each(Object.entries(lists))('share nothing: %s', (_, list) => {
    expect(list.tuning.filter((one) => list['held-out'].includes(one))).toEqual([]);
  });

  it.each(Object.entries({ MINISTRIES, DEPARTMENTS, AGENCIES }))(
    'share no office: %s',
    (_, list) => {
      const names = list.tuning.map(({ name }) => name);
      expect(list['held-out'].filter(({ name }) => names.includes(name))).toEqual([]);
    },
  );

  it.each([...Object.entries(DEADLINES), ...Object.entries(TRAPS)])(
    'both have phrases: %s',
    (_, list) => {
      expect(list.tuning.length).toBeGreaterThan(0);
      expect(list['held-out'].length).toBeGreaterThan(0);
    },
  );
});
