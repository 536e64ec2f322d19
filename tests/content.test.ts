import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { RECORD_KINDS, type RecordKind } from '#core/check/content.ts';
import type { Circular } from '#core/letter/circular.ts';
import { buddhistYear } from '#core/letter/date.ts';
import { mintPermanentId } from '#core/letter/permanent-id.ts';
import { formatProblem } from '#core/problem.ts';
import { readContent } from '#store/content/read-content.ts';
import { checkProject } from '../scripts/lib/check-project.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const content = await readContent(root);

it('is content that the check lets through', async () => {
  const { problems } = await checkProject(root, '2026-11-21');
  expect(problems.map(formatProblem)).toEqual([]);
});

it.each([
  ['circulars', 5],
  ['manuals', 5],
  ['faq', 25],
  ['changelog', 4],
  ['news', 5],
  ['laws', 9],
  ['forms', 2],
] satisfies [RecordKind, number][])('holds of %s at least %i', (kind, least) => {
  expect(RECORD_KINDS).toContain(kind);
  const published = content.records.filter((record) => record.kind === kind);
  expect(published.length).toBeGreaterThanOrEqual(least);
});

describe.each(content.records.filter(({ kind }) => kind === 'circulars'))('$path', (record) => {
  const { id, letter, actions } = record.fields as Circular;
  const keys = record.coveringLetters?.letters.map((one) => one?.key) ?? [];

  it('stands under the address that its letter gives it', () => {
    const year = buddhistYear(letter.date.value as string);
    expect(record.path).toBe(`circulars/${year}/${id}`);
    expect(mintPermanentId(letter, new Set())).toBe(id);
  });

  it('names only copies and records that are there as sources', () => {
    const known = ['letter', ...keys, ...content.records.map(({ path }) => path)];
    const stored = JSON.stringify([record.fields, record.coveringLetters?.letters]);
    const sources = [...stored.matchAll(/"source":"([a-z0-9/-]+)"/g)].map(([, source]) => source);
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => !known.includes(source as string))).toEqual([]);
  });

  it('says who has to do what', () => {
    expect(actions.length).toBeGreaterThan(0);
  });
});
