import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SHORT_CODES_FILE } from '#core/link/register.ts';
import {
  appendShortCodes,
  committedShortCodes,
  loadShortCodes,
  missingShortCodes,
} from './short-codes.ts';

const CIRCULAR = '2567/dla-0808-4-w2007-0917';
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-codes-'));
  await mkdir(join(root, 'content/circulars', CIRCULAR), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd: root,
    stdio: 'pipe',
  });
const row = { circular: CIRCULAR, code: '6NJ8FY', minted: '2026-11-21' };

describe('the register on disk', () => {
  it('gets the rows that it lacks, once', async () => {
    const missing = await missingShortCodes(root, '2026-11-21');
    expect(missing).toEqual([row]);
    await appendShortCodes(root, missing);
    expect(await readFile(join(root, SHORT_CODES_FILE), 'utf8')).toBe(
      `circular,code,minted\n${CIRCULAR},6NJ8FY,2026-11-21\n`,
    );
    expect(await missingShortCodes(root, '2026-12-01')).toEqual([]);
  });

  it('is not taken for empty where it cannot be read', async () => {
    await writeFile(join(root, SHORT_CODES_FILE), 'circular;code\n');
    await expect(loadShortCodes(root)).rejects.toThrow(
      'content/circulars/short-codes.csv:1: the heading is "circular;code"',
    );
  });
});

describe('committedShortCodes', () => {
  it('knows every row that was ever committed, also one that was taken out', async () => {
    git('init', '--quiet');
    await appendShortCodes(root, [row]);
    git('add', '.');
    git('commit', '--quiet', '-m', 'one');
    await writeFile(join(root, SHORT_CODES_FILE), 'circular,code,minted\n');
    git('commit', '--quiet', '-am', 'two');
    expect(await committedShortCodes(root)).toEqual([row]);
  });

  it('says where there is no history', async () => {
    expect(await committedShortCodes(root)).toBeNull();
    git('init', '--quiet');
    expect(await committedShortCodes(root)).toBeNull();
  });
});
