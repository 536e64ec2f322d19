import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { oembedFields } from '#core/embed/oembed.ts';
import { circularData as dataOf, circularSummary as summaryOf } from '#core/open-data/circular.ts';
import { circular, coveringLetters } from './circular.ts';
import { circularData, circularSummary } from './open-data.ts';

const CONTEXT = {
  url: (path: string) => new URL(path, 'https://wian.example/').href,
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  asOf: '2026-11-21',
};

const files = globSync('content/circulars/*/*/index.mdx');

const frontMatter = (text: string): unknown =>
  parseDocument(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '').toJS();

const readIfThere = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '[]';
  }
};

describe.each(files)('%s', (file) => {
  const year = Number(file.split('/')[2]);
  const record = { year, circular: circular.parse(frontMatter(readFileSync(file, 'utf8'))) };
  const letters = coveringLetters.parse(
    parse(readIfThere(file.replace('index.mdx', 'covering-letters.yaml'))) ?? [],
  );

  it('is published in the shape that the schema promises', () => {
    const oembed = oembedFields({
      title: record.circular.title,
      url: CONTEXT.url('/circulars/2568/x/'),
      frame: CONTEXT.url('/embed/circular/'),
      portal: CONTEXT.url('/'),
      text: '',
      provider: 'Wian',
    });
    const whole = { ...dataOf(record, letters, CONTEXT), ...oembed };
    const data = JSON.parse(JSON.stringify(whole));
    expect(circularData.parse(data)).toEqual(data);
    const summary = JSON.parse(JSON.stringify(summaryOf(record, CONTEXT)));
    expect(circularSummary.parse(summary)).toEqual(summary);
  });

  it('keeps every reading of every doubt', () => {
    const readings = (value: unknown): number =>
      JSON.stringify(value).match(/"read":/g)?.length ?? 0;
    expect(readings(dataOf(record, letters, CONTEXT))).toBe(
      readings(record.circular) + readings(letters),
    );
  });
});

it('reads the circulars of the project', () => {
  expect(files.length).toBeGreaterThanOrEqual(5);
});
