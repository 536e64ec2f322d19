import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordedRun } from '../lib/recorded-run.ts';
import { benchSearch } from './command.ts';
import { measureAll, percentile } from './measures.ts';

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'wian-bench-'));
  const lines = (rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n');
  const docs = [
    { id: 'a', title: 'คู่มือ', text: 'ตั้งรหัสผ่านใหม่' },
    { id: 'b', title: 'ประกาศ', text: 'หนังสือ มท 0808.4/ว 2007 ลงวันที่ 17 กันยายน 2567' },
  ];
  const queries = [
    { id: '1', q: 'รหัสผ่าน', gold: ['a'], type: 'word' },
    { id: '2', q: 'ว2007', gold: ['b'], type: 'number' },
  ];
  await writeFile(join(cwd, 'd.jsonl'), lines(docs));
  await writeFile(join(cwd, 'q.jsonl'), lines(queries));
  await writeFile(join(cwd, 'bad.jsonl'), '{"id": "a"}\nnot json\n');
  await writeFile(join(cwd, 'twice.jsonl'), lines([docs[0] as object, docs[0] as object]));
  await writeFile(join(cwd, 'empty.jsonl'), '\n');
  await writeFile(join(cwd, 'no-gold.jsonl'), lines([{ id: '1', q: 'ก', type: 't' }]));
  await writeFile(join(cwd, 'other.jsonl'), lines([{ id: '9', q: 'ก', gold: ['z'], type: 't' }]));
});
afterAll(() => rm(cwd, { recursive: true }));

const run = async (...args: string[]) => {
  const { code, out, err } = await recordedRun(benchSearch, args, { cwd, today: '2026-01-01' });
  return { code, out: out.join('\n'), err: err.join('\n') };
};

describe('bench:search', () => {
  it.each(['wian', 'pagefind', 'bm25'])('measures %s', async (engine) => {
    const { code, out } = await run(
      '--docs',
      'd.jsonl',
      '--queries',
      'q.jsonl',
      '--engine',
      engine,
      '--json',
    );
    const report = JSON.parse(out);
    expect([code, report.engine, report.documents]).toEqual([0, engine, 2]);
    expect(Object.keys(report.types)).toEqual(['number', 'word']);
    expect(report.types.word).toMatchObject({
      n: 1,
      'recall@10': 1,
      'mrr@10': 1,
      'success@10': 1,
      zero: 0,
    });
    expect(report.peakMemoryBytes).toBeGreaterThan(0);
  });

  it('tells every bad line', async () => {
    const { code, err } = await run('--docs', 'bad.jsonl', '--queries', 'q.jsonl');
    expect(code).toBe(1);
    expect(err).toContain('bad.jsonl:1');
    expect(err).toContain('bad.jsonl:2');
  });

  it.each([
    ['an empty corpus', 'empty.jsonl', 'q.jsonl', ['empty.jsonl', 'has no line']],
    ['a query without gold', 'd.jsonl', 'no-gold.jsonl', ['no-gold.jsonl:1', 'gold']],
    ['a file that is not there', 'none.jsonl', 'q.jsonl', ['none.jsonl', 'cannot be read']],
  ])('says where %s is', async (_, docs, queries, said) => {
    const { code, err } = await run('--docs', docs, '--queries', queries);
    expect(code).toBe(1);
    for (const part of said) expect(err).toContain(part);
  });

  it('measures a doubtful corpus all the same, and says what is doubtful', async () => {
    const { code, err } = await run('--docs', 'twice.jsonl', '--queries', 'other.jsonl');
    expect([code, err]).toEqual([
      0,
      'Doubtful: 1 documents have the id of another one.\nDoubtful: 1 of 1 queries have gold that is no document, such as query "9".',
    ]);
  });

  it('measures several engines in one run', async () => {
    const files = ['--docs', 'd.jsonl', '--queries', 'q.jsonl'];
    const { out } = await run(...files, '--engine', 'bm25,wian', '--json');
    expect(JSON.parse(out).map(({ engine }: { engine: string }) => engine)).toEqual([
      'wian',
      'bm25',
    ]);
    expect((await run(...files, '--engine', 'wian,bm25')).out).toMatch(/^wian:[\s\S]*\n\nbm25:/);
    expect(await run(...files, '--engine', 'lucene')).toMatchObject({ code: 2 });
  });

  it('asks for what is missing', async () => {
    expect(await run('--docs', 'd.jsonl')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Give --docs and --queries.'),
    });
  });
});

describe('measures', () => {
  it('counts hits in the first ten, and the rank of the first', () => {
    const query = { id: '1', q: '', gold: ['a', 'b'], type: 't' };
    const outcome = { bytes: 10, milliseconds: 1, query };
    const { all } = measureAll([
      { ...outcome, ids: ['x', 'a'] },
      { ...outcome, ids: [] },
    ]);
    expect(all).toMatchObject({
      n: 2,
      'recall@10': 0.25,
      'mrr@10': 0.25,
      'success@10': 0.5,
      zero: 0.5,
    });
  });

  it('takes percentiles by nearest rank', () => {
    expect([
      percentile([3, 1, 2], 0.5),
      percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9),
      percentile([], 0.5),
    ]).toEqual([2, 9, 0]);
  });
});
