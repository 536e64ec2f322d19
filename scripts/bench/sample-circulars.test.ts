import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findLetterNumbers } from '#core/letter/number.ts';
import { circular, coveringLetters } from '#schema/circular.ts';
import { needsMdx } from '#store/content/mdx-syntax.ts';
import { readPage } from '#store/content/page-file.ts';
import { BODY_BYTES } from './sample-body.ts';
import { sampleCircular } from './sample-circulars.ts';

const parts = (n: number) => {
  const sample = sampleCircular(n);
  const page = readPage(sample.files['index.mdx'] as string, 'index.mdx');
  return { sample, record: circular.parse(page.frontMatter.data), body: page.body };
};

describe('sampleCircular', () => {
  it.each([0, 1, 999, 1000, 9999])('is a circular that the schema takes: %i', (n) => {
    const { sample, record } = parts(n);
    expect(record).toMatchObject({ id: sample.id, sample: true });
    const letters = coveringLetters.parse(parse(sample.files['covering-letters.yaml'] as string));
    expect(letters.map(({ level }) => level)).toEqual(['province', 'district']);
    expect(sample.files['movements.csv']?.trim().split('\n')).toHaveLength(7);
  });

  it('has about 3 kB of plain guidance that names an earlier letter', () => {
    const { body } = parts(20);
    expect(Buffer.byteLength(body)).toBeGreaterThanOrEqual(BODY_BYTES);
    expect(Buffer.byteLength(body)).toBeLessThan(BODY_BYTES + 600);
    expect(needsMdx(body)).toBe(false);
    expect(findLetterNumbers(body)).toHaveLength(1);
  });

  it('is the same every time, and never the same twice', () => {
    expect(sampleCircular(7)).toEqual(sampleCircular(7));
    const ids = Array.from({ length: 3000 }, (_, n) => sampleCircular(n).folder);
    expect(new Set(ids).size).toBe(3000);
  });
});
