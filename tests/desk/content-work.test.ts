import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ProblemError } from '#core/problem.ts';
import { changesOf, planChanges } from '#store/desk/content-changes.ts';
import { auditOf } from '#store/desk/members.ts';
import { contentWork } from '../../scripts/desk/content-work.ts';
import {
  DOUBTFUL,
  FULL,
  ledgerOf,
  madeUpFiles,
  SILENT,
} from '../../scripts/track/testing/made-up-files.ts';
import { addMember, onBothDatabases } from './databases.ts';

const BY = { actor: 'm1', now: new Date('2026-11-29T04:00:00Z') };

const project = (): string => {
  const root = mkdtempSync(join(tmpdir(), 'wian-work-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries(madeUpFiles())) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
};

const gitIn = (root: string) => (args: string) =>
  execFileSync('git', ['-C', root, '-c', 'core.quotePath=false', ...args.split(' ')], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: root, GIT_CONFIG_NOSYSTEM: '1' },
  }).trim();

const withRepository = (root: string) => {
  const git = gitIn(root);
  git('init --quiet --initial-branch=main');
  git('config user.name Operator');
  git('config user.email operator@office.example');
  git('add content');
  git('commit --quiet -m begin');
  return git;
};

const changeOf = (circular: string, number: string) => ({
  action: 'record',
  circular,
  file: ledgerOf(circular),
  office: 'd8802',
  undoes: null,
  plan: () => [
    {
      kind: 'received' as const,
      office: 'd8802',
      date: '2025-03-11',
      number,
      to: [],
      doubt: {},
      source: 'register:d8802',
    },
  ],
});

await onBothDatabases('changes of content', ({ open }) => {
  const start = async (root = project()) => {
    const database = await open();
    await addMember(database, 'm1');
    const faults: string[] = [];
    const report = (line: string) => void faults.push(line);
    return {
      root,
      database,
      db: database.db,
      faults,
      work: contentWork({ root, database, report }),
    };
  };

  it('are commits of the touched file alone, in the name of the member', async () => {
    const { root, work, db, faults } = await start();
    const git = withRepository(root);
    appendFileSync(join(root, 'content/registry/office-rules.csv'), 'not mine\n');
    git('add content/registry/office-rules.csv');
    writeFileSync(join(root, 'content/registry/new.txt'), 'nor this\n');
    await work.apply(changeOf(FULL, '55'), BY);
    await work.apply(changeOf(SILENT, '56'), BY);
    expect(git('log --format=%an|%ae|%cn|%s -2').split('\n')).toEqual([
      `สมาชิกสมมติ|m1@members.invalid|สมาชิกสมมติ|record d8802: ${SILENT}`,
      `สมาชิกสมมติ|m1@members.invalid|สมาชิกสมมติ|record d8802: ${FULL}`,
    ]);
    expect(git('show --format= --name-only HEAD HEAD~1').split('\n')).toEqual([
      ledgerOf(SILENT),
      ledgerOf(FULL),
    ]);
    expect(git('status --porcelain -- content').split('\n')).toEqual([
      'M  content/registry/office-rules.csv',
      '?? content/registry/new.txt',
    ]);
    const [change] = await changesOf(db, FULL);
    expect(change?.commit_id).toBe(git('rev-parse HEAD~1'));
    expect(faults).toEqual([]);
  });

  it('by a slip are commits in the name of the office, as nobody knows the person', async () => {
    const { root, database, faults } = await start();
    const git = withRepository(root);
    const report = (line: string) => void faults.push(line);
    const names = new Map([['d8802', 'อำเภอสอง จังหวัดตัวอย่าง']]);
    const nameOf = async (office: string) => names.get(office) ?? '';
    const work = contentWork({ root, database, report }, nameOf);
    const change = { ...changeOf(FULL, '55'), action: 'acknowledge' };
    await work.apply(change, { ...BY, actor: 'slip:7' });
    expect(git('log --format=%an|%ae|%cn|%s -1')).toBe(
      `อำเภอสอง จังหวัดตัวอย่าง|slip-7@members.invalid|อำเภอสอง จังหวัดตัวอย่าง|acknowledge d8802: ${FULL}`,
    );
    expect(faults).toEqual([]);
  });

  it('stay where git fails, say so, and are committed with the next change', async () => {
    const { root, work, db, faults } = await start();
    const git = withRepository(root);
    const hook = join(root, '.git/hooks/pre-commit');
    mkdirSync(dirname(hook), { recursive: true });
    writeFileSync(hook, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    await work.apply(changeOf(FULL, '55'), BY);
    expect(readFileSync(join(root, ledgerOf(FULL)), 'utf8')).toContain(',55,');
    expect(faults.join()).toMatch(/change \d+: .*movements\.csv: git does not/);
    expect((await changesOf(db, FULL))[0]?.commit_id).toBeNull();
    rmSync(hook);
    await work.apply(changeOf(SILENT, '56'), { ...BY, now: new Date('2026-11-29T05:00:00Z') });
    expect(git('log --format=%s -2').split('\n')).toHaveLength(2);
    expect((await changesOf(db, FULL))[0]?.commit_id).toBe(git('rev-parse HEAD~1'));
  });

  it('wait for a git that somebody else runs in the repository', async () => {
    const { root, work, db, faults } = await start();
    const git = withRepository(root);
    const lock = join(root, '.git/index.lock');
    writeFileSync(lock, '');
    setTimeout(() => rmSync(lock), 300);
    await work.apply(changeOf(FULL, '55'), BY);
    expect(faults).toEqual([]);
    expect((await changesOf(db, FULL))[0]?.commit_id).toBe(git('rev-parse HEAD'));
  });

  it('say that the repository is locked where it stays so', async () => {
    const { root, work, faults } = await start();
    withRepository(root);
    writeFileSync(join(root, '.git/index.lock'), '');
    await work.apply(changeOf(FULL, '55'), BY);
    expect(faults.join()).toMatch(/movements\.csv: git does not .*index\.lock': File exists/);
  });

  it('are no commits where the repository does not keep content', async () => {
    const { root, work, db, faults } = await start();
    writeFileSync(join(root, '.gitignore'), 'content/circulars/\n');
    const git = withRepository(root);
    await work.apply(changeOf(FULL, '55'), BY);
    expect((await changesOf(db, FULL))[0]?.commit_id).toBe('');
    expect(git('log --format=%s')).toBe('begin');
    expect(faults).toEqual([]);
  });

  it('that were interrupted are finished at the next start, or were none', async () => {
    const { root, work, db, faults } = await start();
    const git = withRepository(root);
    const lines = '9,received,d8802,2025-03-11,,55,,,,,register:d8802,,\n';
    const planned = { action: 'record', circular: FULL, file: ledgerOf(FULL), office: 'd8802' };
    const written = { ...planned, firstNo: 9, count: 1, lines, undoes: null };
    await planChanges(db, [written], BY);
    appendFileSync(join(root, ledgerOf(FULL)), lines);
    await planChanges(db, [{ ...written, firstNo: 10, lines: lines.replace('9,', '10,') }], BY);
    await work.recover();
    await work.recover();
    const changes = await changesOf(db, FULL);
    expect(changes.map(({ first_no }) => first_no)).toEqual([9]);
    expect(changes[0]?.commit_id).toBe(git('rev-parse HEAD'));
    const rows = await auditOf(db, 'm1');
    expect(rows.map(({ action }) => action)).toEqual([`record d8802 ${FULL} 9`]);
    expect(faults).toEqual([]);
  });

  it('that are made together are one commit, and those that add nothing are none', async () => {
    const { root, work, db } = await start();
    const git = withRepository(root);
    const nothing = { ...changeOf(DOUBTFUL, '1'), plan: () => [] };
    const made = await work.applyAll([changeOf(FULL, '55'), nothing, changeOf(SILENT, '56')], BY);
    expect(made.map(({ added }) => added.map(({ no }) => no))).toEqual([[9], [1]]);
    expect(git('log --format=%s -2').split('\n')).toEqual(['record d8802: 2 circulars', 'begin']);
    const broken = { ...changeOf(FULL, '57'), file: `${ledgerOf(FULL)}/no` };
    await expect(work.applyAll([changeOf(SILENT, '57'), broken], BY)).rejects.toThrow();
    expect(readFileSync(join(root, ledgerOf(SILENT)), 'utf8')).not.toContain(',57,');
    expect(await changesOf(db, DOUBTFUL)).toEqual([]);
  });

  it('of a register are one commit of all, also where it comes in parts', async () => {
    const { root, work, db } = await start();
    const git = withRepository(root);
    await work.applyUncommitted([changeOf(FULL, '55')], BY);
    await work.applyUncommitted([changeOf(SILENT, '56')], BY);
    expect(git('log --format=%s')).toBe('begin');
    await work.commit();
    expect(git('log --format=%s').split('\n')).toEqual(['record d8802: 2 circulars', 'begin']);
    const [full, silent] = [await changesOf(db, FULL), await changesOf(db, SILENT)];
    expect([full[0]?.commit_id, silent[0]?.commit_id]).toEqual(
      Array.from({ length: 2 }, () => git('rev-parse HEAD')),
    );
  });

  it('of which one cannot be written are made as far as they were, and the next commits them', async () => {
    const { root, work, db } = await start();
    const git = withRepository(root);
    const silent = join(root, ledgerOf(SILENT));
    const broken = {
      ...changeOf(SILENT, '56'),
      plan: () => {
        mkdirSync(join(silent, 'x'), { recursive: true });
        return changeOf(SILENT, '56').plan();
      },
    };
    await expect(work.applyAll([changeOf(FULL, '55'), broken], BY)).rejects.toThrow(/EISDIR/);
    expect(readFileSync(join(root, ledgerOf(FULL)), 'utf8')).toContain(',55,');
    expect((await changesOf(db, FULL)).map(({ commit_id }) => commit_id)).toEqual([null]);
    expect(await changesOf(db, SILENT)).toEqual([]);
    rmSync(silent, { recursive: true });
    await work.apply(changeOf(SILENT, '57'), BY);
    expect((await changesOf(db, FULL))[0]?.commit_id).not.toBeNull();
    expect(git('status --porcelain content')).toBe('');
  });

  it('of many at once come one after the other, and none is lost', async () => {
    const { root, work, db } = await start();
    const numbers = Array.from({ length: 12 }, (_, at) => String(at + 100));
    await Promise.all(numbers.map((number) => work.apply(changeOf(FULL, number), BY)));
    const text = readFileSync(join(root, ledgerOf(FULL)), 'utf8');
    expect(text.trimEnd().split('\n')).toHaveLength(1 + 8 + numbers.length);
    for (const number of numbers) expect(text).toContain(`,${number},`);
    expect(await changesOf(db, FULL)).toHaveLength(numbers.length);
  });

  it('are refused and leave nothing where the plan refuses, and the next one works', async () => {
    const { root, work, db } = await start();
    const before = readFileSync(join(root, ledgerOf(FULL)), 'utf8');
    const refusing = {
      ...changeOf(FULL, '55'),
      plan: () => {
        throw new ProblemError([{ file: null, what: 'no', fix: 'none' }]);
      },
    };
    await expect(work.apply(refusing, BY)).rejects.toThrow('no');
    expect(readFileSync(join(root, ledgerOf(FULL)), 'utf8')).toBe(before);
    expect(await changesOf(db, FULL)).toEqual([]);
    await work.apply(changeOf(FULL, '55'), BY);
    expect(await changesOf(db, FULL)).toHaveLength(1);
  });
});
