import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SHORT_CODES_FILE } from '#core/short-link/register.ts';
import { appendShortCodes, missingShortCodes } from './short-codes.ts';

const CIRCULAR = '2567/dla-0808-4-w2007-0917';
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-codes-'));
  await mkdir(join(root, 'content/circulars', CIRCULAR), { recursive: true });
  await mkdir(join(root, 'content/circulars/2567/without-files'));
  await writeFile(join(root, 'content/circulars', CIRCULAR, 'index.mdx'), '');
});
afterEach(() => rm(root, { recursive: true }));

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
});
