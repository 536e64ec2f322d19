import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type KeptOfRecord, storedRecordOf } from '#core/stored-record.ts';
import {
  announcedOrStored,
  announceStored,
  readStored,
  storedInFolder,
  writeStored,
} from './stored-records.ts';

const record = (id: string, digest = 'a b'): KeptOfRecord => ({
  id,
  digest,
  byAstro: false,
  data: { of: digest },
  body: { text: 'ก', letters: [] },
});

const FIRST = record('2566/one');
const SECOND = record('2567/one');
const THIRD = record('2567/two');

let folder = '';
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'wian-stored-')), 'circulars');
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

const keep = (records: readonly KeptOfRecord[]) =>
  writeStored(folder, readStored(folder), records.map(storedRecordOf));

/** All that is kept, read. */
const kept = (): KeptOfRecord[] =>
  readStored(folder).map(({ id, digest, byAstro, data, body }) => ({
    id,
    digest,
    byAstro,
    data,
    body,
  }));

const inodeOf = async (name: string) => (await stat(join(folder, name))).ino;

describe('records kept in files', () => {
  it('are none where nothing was kept', () => {
    expect(readStored(folder)).toEqual([]);
  });

  it('come back in order of year', () => {
    keep([SECOND, THIRD, FIRST]);
    expect(kept()).toEqual([FIRST, SECOND, THIRD]);
  });

  it.each<[what: string, after: KeptOfRecord[]]>([
    ['a record changes', [FIRST, record(SECOND.id, 'c d'), THIRD]],
    ['a record comes', [FIRST, SECOND, THIRD, record('2567/zwei')]],
    ['a record goes', [FIRST, THIRD]],
    ['two records change places', [FIRST, THIRD, SECOND]],
  ])('are written for the one year in which %s', async (_, after) => {
    keep([FIRST, SECOND, THIRD]);
    const [older, newer] = [await inodeOf('2566.tsv'), await inodeOf('2567.tsv')];
    keep(after);
    expect(kept()).toEqual(after);
    expect(await inodeOf('2566.tsv')).toBe(older);
    expect(await inodeOf('2567.tsv')).not.toBe(newer);
  });

  it('go with the last record of a year', async () => {
    keep([FIRST, SECOND]);
    keep([SECOND]);
    expect(await readdir(folder)).toEqual(['2567.tsv']);
  });

  it('are written again where the file is damaged', async () => {
    keep([SECOND, THIRD]);
    await writeFile(join(folder, '2567.tsv'), 'x');
    keep([SECOND, THIRD]);
    expect(kept()).toEqual([SECOND, THIRD]);
  });

  it('are not read again by the process that keeps them', () => {
    keep([FIRST]);
    expect(announcedOrStored(folder).map(({ id }) => id)).toEqual([FIRST.id]);
    const records = [storedRecordOf(SECOND)];
    announceStored(folder, records, true);
    expect(announcedOrStored(folder)).toBe(records);
    expect(announcedOrStored(join(folder, 'other'))).toEqual([]);
  });
});

describe('records in a folder, for whoever loads again', () => {
  it('are those that this process wrote, not read anew', () => {
    const records = [storedRecordOf(FIRST)];
    announceStored(folder, records, writeStored(folder, [], records));
    expect(storedInFolder(folder)).toBe(records);
  });

  it('are read where what this process has could not be written', () => {
    keep([SECOND]);
    announceStored(folder, [storedRecordOf(FIRST)], false);
    expect(storedInFolder(folder).map(({ id }) => id)).toEqual([SECOND.id]);
  });
});
