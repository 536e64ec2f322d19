import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markFiles, RecordMarks } from './record-marks.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-marks-'));
  writeFileSync(join(root, 'a'), 'one');
});
afterEach(() => rmSync(root, { recursive: true }));

const at = (name: string) => join(root, name);
const markOf = () => markFiles(root, ['a', 'b']);

describe('the mark of some files', () => {
  it('stays while nobody touches them', () => {
    readFileSync(at('a'));
    expect(markOf()).toEqual(markOf());
  });

  it.each<[what: string, change: () => void]>([
    ['one is longer', () => writeFileSync(at('a'), 'one more')],
    ['one comes', () => writeFileSync(at('b'), '')],
    ['one goes', () => rmSync(at('a'))],
    ['its rights change', () => chmodSync(at('a'), 0o600)],
    [
      'another with the same size and time takes its place',
      () => {
        writeFileSync(at('new'), 'two');
        utimesSync(at('new'), 1_000_000, 1_000_000);
        renameSync(at('new'), at('a'));
      },
    ],
    [
      'a link takes its place',
      () => {
        renameSync(at('a'), at('c'));
        symlinkSync(at('c'), at('a'));
      },
    ],
  ])('is another when %s', (_, change) => {
    utimesSync(at('a'), 1_000_000, 1_000_000);
    const before = markOf();
    change();
    expect(markOf().mark).not.toBe(before.mark);
  });
});

describe('marks of records', () => {
  const FILE = { id: '2567/x', page: 'a', folder: null };
  const OTHER = { ...FILE, id: '2567/y' };
  const OLD = { mark: '1 2 3', changed: 0 };
  const path = () => at('cache/marks.tsv');
  const open = (code = 'code') => new RecordMarks(path(), code);
  const remember = (...files: (typeof FILE)[]) => {
    const marks = open();
    for (const file of files) marks.set(file, OLD, 'source');
    marks.store();
  };

  it('give what a record was read from while its files are the same', () => {
    remember(FILE);
    expect(open().sourceOf(FILE, OLD)).toBe('source');
    expect(open().sourceOf(FILE, { ...OLD, mark: '1 2 4' })).toBeUndefined();
    expect(open().sourceOf(OTHER, OLD)).toBeUndefined();
  });

  it('know nothing with other code, or where they are damaged', () => {
    remember(FILE);
    expect(open('other').sourceOf(FILE, OLD)).toBeUndefined();
    writeFileSync(path(), readFileSync(path(), 'latin1').replace('source', 'sauce'), 'latin1');
    expect(open().sourceOf(FILE, OLD)).toBeUndefined();
  });

  it('forget records that are gone', () => {
    remember(FILE, OTHER);
    const marks = open();
    marks.sourceOf(FILE, OLD);
    marks.store();
    expect(open().sourceOf(FILE, OLD)).toBe('source');
    expect(open().sourceOf(OTHER, OLD)).toBeUndefined();
  });

  it('do not remember files that have just been changed, and may be again within a tick', () => {
    const marks = open();
    marks.set(FILE, { mark: '1 2 3', changed: Date.now() }, 'source');
    marks.store();
    expect(open().sourceOf(FILE, OLD)).toBeUndefined();
  });
});
