import { describe, expect, it } from 'vitest';
import { type Draw, kindName, scoreKind } from './measure.ts';
import { TODAY } from './reader.ts';
import { ALL_KINDS } from './sweep.ts';
import { VOCABULARIES } from './words/part.ts';

/** Kinds that are read wrong without doubt; a reader that learns to read one takes it out of here. */
const READ_WRONG = new Set([
  'layout/through, in brackets',
  'layout/through, on its line',
  'layout/lists ก.',
  'maker/am doubled (LibreOffice)',
  'maker/am doubled, uu as tone mark (LibreOffice)',
  'maker/every aa as am',
  'maker/am and uu set apart (LibreOffice)',
  'maker/mai tho as 9 (LibreOffice)',
  'maker/shifted marks as NUL (Chromium)',
  'maker/shifted marks lost (Chromium)',
  'maker/some tone marks lost',
  'maker/space before marks',
  'maker/space behind marks',
  'trap/weather',
  'trap/fiscal-year',
  'trap/forecast',
  'trap/former-deadline',
  'trap/meeting',
  'trap/training',
  'trap/budget-period',
  'trap/effective-date',
  'trap/holiday',
  'trap/sample-period',
  'trap/system-closed',
  'trap/contract-period',
  'trap/festival',
  'trap/law-duration',
  'trap/opening',
  'trap/finished-work',
  'deadline/extended',
  'deadline/beside-other-dates',
  'issuer/ministry',
  'mixed/clean text',
  'mixed/any maker',
  'citation/of a ministry',
  'citation/of a province, without prefix',
  'citation/of a province, order',
  'citation/of an agency, ว alone',
  'citation/month first',
  'citation/in running text',
]);

const draws = VOCABULARIES.map((vocabulary): Draw => ({ seed: 1, vocabulary, letters: 8 }));
const read = ALL_KINDS.filter((kind) => !READ_WRONG.has(kindName(kind)));

describe('reading letters of each kind', () => {
  it.each(read.map((kind) => [kindName(kind), kind] as const))(
    'says nothing wrong without doubt: %s',
    (_, kind) => {
      const wrong = draws.flatMap((draw) =>
        scoreKind(kind, draw, [TODAY]).flatMap((score) => score.wrong),
      );
      expect(wrong).toEqual([]);
    },
  );

  it('knows each kind that it leaves out', () => {
    const names = ALL_KINDS.map(kindName);
    expect([...READ_WRONG].filter((name) => !names.includes(name))).toEqual([]);
  });
});
