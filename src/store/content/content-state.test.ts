import {
  appendFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '#core/problem.ts';
import { whileContentStays } from './content-state.ts';

let root: string;
const PAGE = 'content/manuals/how/index.mdx';
const at = (path: string): string => join(root, path);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-state-'));
  mkdirSync(at('content/manuals/how'), { recursive: true });
  mkdirSync(at('content/registry'));
  writeFileSync(at(PAGE), 'one');
  writeFileSync(at('content/manuals/how/form.pdf'), 'form');
  writeFileSync(at('content/registry/offices.csv'), 'id\n');
});
afterEach(() => rmSync(root, { recursive: true }));

const toldOf = async (work: () => void): Promise<string[]> => {
  try {
    await whileContentStays(root, async () => work());
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ file, what }) => `${file}: ${what}`);
  }
};

const CHANGED = 'it was changed while the portal was built';
const ADDED = 'it was added while the portal was built';
const REMOVED = 'it was removed while the portal was built';

describe('a change while a portal is built', () => {
  it.each<[what: string, change: () => void, messages: string[]]>([
    ['of a page', () => writeFileSync(at(PAGE), 'two'), [`${PAGE}: ${CHANGED}`]],
    [
      'and back, by the same bytes',
      () => {
        writeFileSync(at(PAGE), 'two');
        writeFileSync(at(PAGE), 'one');
      },
      [`${PAGE}: ${CHANGED}`],
    ],
    [
      'whose time is set back',
      () => {
        const { atime, mtime } = statSync(at(PAGE));
        writeFileSync(at(PAGE), 'two');
        utimesSync(at(PAGE), atime, mtime);
      },
      [`${PAGE}: ${CHANGED}`],
    ],
    [
      'by a file that takes its place, and the former put back',
      () => {
        renameSync(at(PAGE), at('aside'));
        writeFileSync(at(PAGE), 'two');
        renameSync(at('aside'), at(PAGE));
      },
      [`${PAGE}: ${CHANGED}`],
    ],
    [
      'of a row of a table',
      () => appendFileSync(at('content/registry/offices.csv'), 'd1\n'),
      [`content/registry/offices.csv: ${CHANGED}`],
    ],
    [
      'of an attachment',
      () => writeFileSync(at('content/manuals/how/form.pdf'), 'farm'),
      [`content/manuals/how/form.pdf: ${CHANGED}`],
    ],
    ['by removing a page', () => unlinkSync(at(PAGE)), [`${PAGE}: ${REMOVED}`]],
    [
      'by removing a folder',
      () => rmSync(at('content/manuals'), { recursive: true }),
      [`content/manuals/how/form.pdf: ${REMOVED}`, `${PAGE}: ${REMOVED}`],
    ],
    [
      'by a new page',
      () => writeFileSync(at('content/manuals/new.mdx'), 'new'),
      [`content/manuals/new.mdx: ${ADDED}`],
    ],
    [
      'by a page that comes and goes',
      () => {
        writeFileSync(at('content/manuals/new.mdx'), 'new');
        unlinkSync(at('content/manuals/new.mdx'));
      },
      [`content/manuals: ${CHANGED}`],
    ],
    [
      'of a folder for another and back',
      () => {
        renameSync(at('content/manuals/how'), at('aside'));
        mkdirSync(at('content/manuals/how'));
        writeFileSync(at(PAGE), 'two');
        rmSync(at('content/manuals/how'), { recursive: true });
        renameSync(at('aside'), at('content/manuals/how'));
      },
      [`content/manuals/how: ${CHANGED}`],
    ],
    [
      'by a link in place of a page',
      () => {
        renameSync(at(PAGE), at('aside'));
        symlinkSync(at('aside'), at(PAGE));
      },
      [`${PAGE}: ${CHANGED}`],
    ],
  ])('is refused %s', async (_, change, messages) => {
    expect(await toldOf(change)).toEqual(messages);
  });

  it.each<[what: string, change: () => void]>([
    ['is read', () => readFileSync(at(PAGE))],
    ['lies beside what is changed', () => writeFileSync(at('notes.txt'), 'x')],
  ])('is none where content %s', async (_, change) => {
    expect(await toldOf(change)).toEqual([]);
  });

  it('tells a problem of the work before the change that caused it', async () => {
    const problem = { file: PAGE, what: 'a date that does not exist', fix: 'look' };
    const work = async () => {
      writeFileSync(at(PAGE), 'two');
      throw new ProblemError([problem]);
    };
    await expect(whileContentStays(root, work)).rejects.toThrow(problem.what);
  });

  it('is reported in place of what else went wrong with the work', async () => {
    const work = async () => {
      linkSync(at(PAGE), at('second-name'));
      throw new TypeError('nothing to read');
    };
    await expect(whileContentStays(root, work)).rejects.toThrow(CHANGED);
  });

  it('leaves other failures of the work as they are', async () => {
    const work = () => Promise.reject(new TypeError('nothing to read'));
    await expect(whileContentStays(root, work)).rejects.toThrow('nothing to read');
  });

  it('gives the result where nothing changed, also without content', async () => {
    expect(await whileContentStays(root, async () => 1)).toBe(1);
    rmSync(at('content'), { recursive: true });
    expect(await whileContentStays(root, async () => 2)).toBe(2);
  });
});
