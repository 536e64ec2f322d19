import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seededRandom } from '../lib/random.ts';
import { type CountedReads, changeAtEach } from './changing.ts';
import { HOSTILE, type HostileFile } from './hostile-files.ts';
import { JOBS } from './jobs.ts';
import { readHostile } from './reading.ts';
import { readingsOf } from './readings.ts';
import { removeCompiled } from './run-process.ts';
import { differences, halfDone, snapshotOf, unfinishedBelow, withoutOrder } from './snapshot.ts';
import { saidWrong, tableOf, tallyOf } from './tally.ts';
import { crowdOnce, killOnce, runUndisturbed, stopOnce, type Undisturbed } from './writing.ts';

const SCRIPTS = join(import.meta.dirname, '..');
afterAll(removeCompiled);

const SOUND = { broken: [], nextWrong: [] };

describe('a snapshot', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'wian-snapshot-'));
    mkdirSync(join(root, 'one'));
    write('one/movements.csv', 'no,kind\n1,sent\n2,received\n');
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const write = (path: string, text: string) => writeFileSync(join(root, path), text);

  it('shows what is neither as before nor as after', () => {
    const before = snapshotOf(root);
    write('one/movements.csv', 'no,kind\n1,sent\n2,received\n3,done\n');
    const after = snapshotOf(root);
    expect(halfDone(before, before, after)).toEqual([]);
    expect(halfDone(after, before, after)).toEqual([]);
    write('one/movements.csv', 'no,kind\n1,sent\n2,rec');
    write('two.mdx', 'of nobody');
    expect(halfDone(snapshotOf(root), before, after)).toEqual(['one/movements.csv', 'two.mdx']);
    rmSync(join(root, 'one/movements.csv'));
    expect(halfDone(snapshotOf(root), before, after)).toContain('one/movements.csv');
  });

  it('leaves out what readers leave out, and finds it', () => {
    const before = snapshotOf(root);
    write('one/.movements.csv.new-7', 'no,ki');
    expect(differences(before, snapshotOf(root))).toEqual([]);
    expect(unfinishedBelow(root)).toEqual(['one/.movements.csv.new-7']);
    write('one/movements.csv.new-7', 'no,ki');
    expect(differences(before, snapshotOf(root))).toEqual(['one/movements.csv.new-7']);
  });

  it('takes rows in any order for the same, but not a row that is lost', () => {
    const before = withoutOrder(root);
    write('one/movements.csv', 'no,kind\n1,received\n2,sent\n');
    expect(differences(withoutOrder(root), before)).toEqual([]);
    write('one/movements.csv', 'no,kind\n1,sent\n');
    expect(differences(withoutOrder(root), before)).toEqual(['one/movements.csv']);
  });
});

it('counts what was stopped, intact and right, and shows it as a table', () => {
  const tally = tallyOf('build', 'killed', [
    { stopped: true, broken: [], nextWrong: [] },
    { stopped: false, broken: ['half done: a'], nextWrong: ['wrong'] },
    { stopped: true, broken: [], nextWrong: null },
  ]);
  expect(tally).toMatchObject({ tried: 3, stopped: 2, intact: 2, nextTried: 2, nextRight: 1 });
  expect(tally.violations).toEqual(['run 2: half done: a', 'run 2: wrong']);
  expect(tableOf([tally])).toBe(
    'command  fault   tried  stopped  intact  next run right\nbuild    killed  3      2        2       1 of 2',
  );
});

it('knows a stack from what a person is to see', () => {
  expect(saidWrong('a.csv: the disk is full\n  why: at 12:30:00')).toEqual([]);
  expect(saidWrong(new Error('bug').stack as string)).toHaveLength(1);
});

// All of it is `npm run fault`: here one command is stopped where it matters, and four run at once.
describe('a command that writes two registers', () => {
  const job = JOBS.find(({ name }) => name === 'qr register') as (typeof JOBS)[number];
  let plain: Undisturbed;
  it('comes to something without a fault', async () => {
    plain = await runUndisturbed(job, SCRIPTS);
    expect(differences(plain.before, plain.after)).toEqual([
      'circulars/attachment-numbers.csv',
      'circulars/short-codes.csv',
    ]);
  }, 120_000);

  it.each([
    ['kill', 7],
    ['kill', 9],
    ['full', 6],
  ] as const)(
    'is whole or as before, and right the next time: %s at operation %i',
    async (kind, nth) => {
      expect(await stopOnce(plain, kind, nth)).toMatchObject({ stopped: true, ...SOUND });
    },
    120_000,
  );

  it('is so at a moment of chance', async () => {
    expect(await killOnce(plain, seededRandom(7))).toMatchObject(SOUND);
  }, 120_000);

  it('comes to the same when four run at once', async () => {
    expect(await crowdOnce(plain, 4)).toMatchObject(SOUND);
  }, 240_000);
});

describe('a list that changes while it is imported', () => {
  const job = JOBS.find(({ name }) => name === 'registry import') as (typeof JOBS)[number];
  const reading = { job, scripts: SCRIPTS, file: 'list.csv' };

  it('is named where the disk fails half-way', async () => {
    const status = readingsOf('track status', SCRIPTS)[0] as CountedReads;
    const trials = await changeAtEach(status, 'a damaged disk');
    expect(trials.flatMap(({ broken }) => broken)).toEqual([]);
    expect(trials.some(({ stopped }) => stopped)).toBe(true);
  }, 240_000);

  it.each(['removed', 'cut'] as const)(
    'is taken over as one version, or refused by its name: %s',
    async (change) => {
      const trials = await changeAtEach(reading, change);
      expect(trials.length).toBeGreaterThan(3);
      expect(trials.flatMap(({ broken }) => broken)).toEqual([]);
      expect(trials.some(({ stopped }) => stopped)).toBe(true);
    },
    240_000,
  );
});

describe('a hostile file', () => {
  it('is one of ten or more for letters of each kind and for registers', () => {
    const of = (...endings: string[]): number =>
      HOSTILE.filter(({ ending }) => endings.includes(ending)).length;
    const counts = [of('docx'), of('pdf'), of('txt'), of('xlsx'), of('ods', 'csv', 'html')];
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(10);
    expect(new Set(HOSTILE.map(({ name, ending }) => `${ending} ${name}`)).size).toBe(
      HOSTILE.length,
    );
  });

  it.each(['3 GB that say they are 10 bytes', '60 MB of commas'])(
    'is refused in bounded memory, and the others are read: %s',
    async (name) => {
      const file = HOSTILE.find((one) => one.name === name) as HostileFile;
      expect(await readHostile(file, SCRIPTS)).toMatchObject({
        outcome: 'refused',
        violations: [],
      });
    },
    240_000,
  );
});
