import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Circular } from '#core/letter/circular.ts';
import { buddhistYear } from '#core/letter/date.ts';
import { mintPermanentId } from '#core/letter/permanent-id.ts';
import { circular, coveringLetters } from '#schema/circular.ts';
import { dataOrProblems, readPage } from '#store/content/page-file.ts';
import { listCirculars, readTextIfThere } from '#store/content/record-files.ts';
import { readYamlFile } from '#store/content/yaml-file.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The parsed value, or an error that names the file and every field at fault. */
const parseAs = <T>(schema: z.ZodType<T>, value: unknown, file: string): T => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${file}\n${faults.join('\n')}`);
};

const readFields = async (page: string): Promise<unknown> =>
  dataOrProblems(readPage(await readFile(`${root}${page}`, 'utf8'), page).frontMatter);

const circularFiles = await listCirculars(root);

describe.each(circularFiles)('$page', ({ id, page, folder }) => {
  const [year, name] = id.split('/') as [string, string];
  const read = async (): Promise<Circular> => parseAs(circular, await readFields(page), page);

  it('is a circular under the address that its letter gives it', async () => {
    const record = await read();
    expect(record.id).toBe(name);
    const { letter } = record;
    expect(buddhistYear(letter.date.value as string)).toBe(Number(year));
    expect(mintPermanentId(letter, new Set())).toBe(name);
  });

  it('names only copies that are there as sources', async () => {
    const record = await read();
    const file = `${folder}/covering-letters.yaml`;
    const text = await readTextIfThere(`${root}${file}`);
    const letters = text
      ? parseAs(coveringLetters, dataOrProblems(readYamlFile(text, file)), file)
      : [];
    const known = new Set(['letter', ...letters.map(({ key }) => key)]);
    for (const { key, passesOn } of letters) expect(known, `${file} ${key}`).toContain(passesOn);
    for (const { what, source } of record.actions) expect(known, what).toContain(source);
    const sources = JSON.stringify([record, letters]).matchAll(/"source":"([a-z0-9/-]+)"/g);
    const elsewhere = new Set(circularFiles.map((other) => `circulars/${other.id}`));
    for (const [, source] of sources) {
      expect([...known, ...elsewhere], page).toContain(source);
    }
  });
});

it('registers every permanent id once, and none that is not there', async () => {
  const csv = await readFile(`${root}content/circulars/permanent-ids.csv`, 'utf8');
  const rows: { id: string; year: string }[] = parseCsv(csv, { columns: true });
  const registered = rows.map(({ year, id }) => `${year}/${id}`).sort();
  expect(registered).toEqual(circularFiles.map(({ id }) => id).sort());
});
