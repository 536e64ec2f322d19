import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholePortal } from '#store/portal/kept-files.ts';
import { recordedRun } from '../lib/recorded-run.ts';
import { indexForSearch } from '../portal/search-index.ts';
import { searchCommand } from './command.ts';

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'wian-search-'));
  await mkdir(join(cwd, 'dist/faq/otp'), { recursive: true });
  const page =
    '<html><body><main data-pagefind-body><h1>ไม่ได้รับ OTP</h1><p>ตรวจอีเมลขยะก่อน</p></main></body></html>';
  await writeFile(join(cwd, 'dist/faq/otp/index.html'), page);
  await mkdir(join(cwd, 'dist/circulars/doubtful'), { recursive: true });
  const facts = [
    ['identity', 'มท 0808.4/ว 15'],
    ['identity', 'มท 0808.4/ว 16'],
    ['numberDoubt', 'อ่านได้ ว ๑๕ หรือ ว ๑๖'],
    ['identity', 'ชม 0023.5/ว 100'],
  ].map(([name, value]) => `<meta data-pagefind-meta="${name}[content]" content="${value}">`);
  await writeFile(
    join(cwd, 'dist/circulars/doubtful/index.html'),
    `<html><head>${facts.join('')}</head><body><main data-pagefind-body><h1>หนังสือ</h1></main></body></html>`,
  );
  await writeFile(join(cwd, 'dist/index.html'), '<html><body><h1>รายการ</h1></body></html>');
  const dist = join(cwd, 'dist');
  await indexForSearch(wholePortal(dist), dist, join(cwd, 'served'), join(cwd, '.cache'));
});
afterAll(() => rm(cwd, { recursive: true }));

const run = async (...args: string[]) => {
  const { code, out, err } = await recordedRun(searchCommand, args, { cwd, today: '2026-01-01' });
  return { code, out: out.join('\n'), err: err.join('\n') };
};

describe('search', () => {
  it('names pages by where the portal stands', async () => {
    const home = join(cwd, 'dist/index.html');
    await writeFile(home, '<link rel="canonical" href="https://wian.example/sub/path/">');
    const { out } = await run('อีเมลขยะ', '--json');
    await writeFile(home, '<h1>รายการ</h1>');
    expect(JSON.parse(out)[0].url).toBe('/sub/path/faq/otp/');
  });

  it('takes a folder anywhere', async () => {
    const { out } = await run('อีเมลขยะ', '--json', '--dist', join(cwd, 'dist'));
    expect(JSON.parse(out)[0].url).toBe('/faq/otp/');
  });

  it('gives the pages that answer, as JSON', async () => {
    const { code, out } = await run('อีเมลขยะ', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual([
      {
        url: '/faq/otp/',
        title: 'ไม่ได้รับ OTP',
        score: expect.any(Number),
        full: true,
        excerpt: 'ตรวจอีเมลขยะก่อน',
      },
    ]);
  });

  it.each(['ว 15', 'ว 16', 'ชม 0023.5/ว 100'])(
    'states none of the readings of a doubtful number: %s',
    async (number) => {
      const { out } = await run(number);
      expect(out).toContain('อ่านได้ ว ๑๕ หรือ ว ๑๖: หนังสือ (no legal force) /circulars/doubtful/');
    },
  );

  it('says that a letter number is nowhere', async () => {
    expect((await run('ว 9999', '--json')).out).toBe('[]');
    expect((await run('ว 9999')).out).toContain('ว 9999: no such letter number');
  });

  it.each(['', '<b>"', '\u0000', 'ก'.repeat(100_000)])(
    'has an answer to any query',
    async (query) => {
      expect(await run(query, '--json')).toMatchObject({ code: 0, err: '' });
    },
  );

  it('says where the index is missing, and how to make it', async () => {
    const { code, err } = await run('อีเมล', '--dist', 'nowhere');
    expect(code).toBe(1);
    expect(err).toContain('build the site again: npm run build');
  });

  it('asks for one query', async () => {
    expect((await run()).code).toBe(2);
  });
});
