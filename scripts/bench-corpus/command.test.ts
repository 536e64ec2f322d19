import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleBody } from '../bench/sample-body.ts';
import type { CorpusDocument, CorpusQuery } from '../bench-search/corpus.ts';
import { seededRandom } from '../lib/random.ts';
import { recordedRun } from '../lib/recorded-run.ts';
import { benchCorpus } from './command.ts';

let cwd: string;
const lines = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n');
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'wian-corpus-'));
  const letter = { number: 'มท 0899.9/ว 1', date: '2026-01-05' };
  const docs = Array.from({ length: 6 }, (_, index) => ({
    id: `d${index}`,
    title: `หน้า ${index}`,
    text: sampleBody('การตรวจนับพัสดุ', '2026-01-05', letter, seededRandom(index).next),
  }));
  await writeFile(join(cwd, 'docs.jsonl'), lines(docs));
  await writeFile(
    join(cwd, 'q.jsonl'),
    lines([{ id: 'q', q: 'ตรวจนับพัสดุเมื่อไร', gold: ['d1'], type: 'question' }]),
  );
});
afterAll(() => rm(cwd, { recursive: true }));

const make = async (out: string, ...args: string[]) => {
  const run = await recordedRun(
    benchCorpus,
    [
      '--docs',
      'docs.jsonl',
      '--out',
      out,
      '--each',
      '4',
      '--letters',
      '20',
      '--pages',
      '40',
      ...args,
    ],
    { cwd },
  );
  const read = async <T>(name: string): Promise<T[]> =>
    (await readFile(join(cwd, out, name), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  return { ...run, read };
};

describe('bench:corpus', () => {
  it('makes the same corpus for the same seed, with as many pages as asked for', async () => {
    const first = await make('a', '--queries', 'q.jsonl');
    const second = await make('b', '--queries', 'q.jsonl');
    expect(first.code).toBe(0);
    const docs = await first.read<CorpusDocument>('docs.jsonl');
    expect(docs).toHaveLength(40);
    expect(docs).toEqual(await second.read('docs.jsonl'));
    expect(await first.read('tune.jsonl')).toEqual(await second.read('tune.jsonl'));
    const other = await make('c', '--seed', '2');
    expect(await other.read('docs.jsonl')).not.toEqual(docs);
  });

  it('has gold that holds each keyword, and no query in both halves', async () => {
    const { read } = await make('d', '--queries', 'q.jsonl');
    const docs = new Map(
      (await read<CorpusDocument>('docs.jsonl')).map(({ id, title, text }) => [
        id,
        `${title}\n${text}`,
      ]),
    );
    const tune = await read<CorpusQuery>('tune.jsonl');
    const test = await read<CorpusQuery>('test.jsonl');
    const all = [...tune, ...test];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ type }) => type === 'question-paraphrased')).toHaveLength(1);
    const keywords = all.filter(({ type }) => type.startsWith('keywords'));
    expect(keywords.length).toBeGreaterThan(0);
    for (const { q, gold } of keywords)
      for (const id of gold) for (const word of q.split(' ')) expect(docs.get(id)).toContain(word);
  });

  it('writes nothing on a dry run, and says how it is called', async () => {
    const { out, read } = await make('e', '--dry-run');
    expect(out.join('\n')).toContain('nothing written');
    await expect(read('docs.jsonl')).rejects.toThrow('ENOENT');
    expect((await recordedRun(benchCorpus, ['--docs', 'docs.jsonl'], { cwd })).code).toBe(2);
    expect((await make('f', '--seed', 'x')).code).toBe(2);
  });
});
