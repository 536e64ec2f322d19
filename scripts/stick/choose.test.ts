import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MadeStick } from './made-stick.ts';

let cwd: string;
let made: MadeStick;
beforeEach(() => {
  made = new MadeStick();
  cwd = made.cwd;
});
afterEach(() => made.remove());

const run = (...args: string[]) => made.run(...args);
const make = (...args: string[]) => made.make(...args);
const at = (path: string): string => made.at(path);
const read = (path: string): string => made.read(path);

describe('what is chosen', () => {
  it('by --section leaves other sections out, and says so in place of links', async () => {
    await make('--section', 'faq');
    expect(existsSync(at('circulars'))).toBe(false);
    expect(read('faq/a/index.html')).toContain(
      'ใหม่ <small>(ไม่ได้อยู่ในชุดนี้: https://wian.example/circulars/2568/new-0203/)</small>',
    );
    expect(read('stick/index.html')).toContain('หมวดที่ไม่ได้เลือก: หนังสือเวียน');
    // The search finds what is there.
    expect(read('search-index/index.json.js')).not.toContain('0123');
  });

  it('by --office keeps the circulars and pages of one', async () => {
    await make('--office', 'a110050');
    expect(existsSync(at('circulars/2567/old-0101/index.html'))).toBe(true);
    expect(existsSync(at('circulars/2568'))).toBe(false);
    expect([existsSync(at('offices/p11')), existsSync(at('offices/p12'))]).toEqual([true, false]);
    expect(read('stick/index.html')).toContain('มีเฉพาะหนังสือเวียนและหน้าของ อบจ. p11');
  });

  it('by --max leaves out attachments of the oldest circulars, and names them', async () => {
    const { diskBytes } = await make();
    rmSync(at(''), { recursive: true });
    expect(await make('--max', String(diskBytes))).toMatchObject({ leftOut: [] });
    rmSync(at(''), { recursive: true });
    const most = diskBytes - 1;
    const report = await make('--max', String(most));
    expect(report.leftOut).toEqual(['circulars/2567/old-0101/หนังสือ เก่า.pdf']);
    expect(report.diskBytes).toBeLessThanOrEqual(most);
    expect(read('stick/index.html')).toContain('<li>circulars/2567/old-0101/หนังสือ เก่า.pdf</li>');
    expect(read('circulars/2567/old-0101/index.html')).toContain('(ไม่ได้อยู่ในชุดนี้:');
    expect(read('circulars/2568/new-0203/index.html')).toContain(
      'href="../../../circulars/2568/new-0203/new.pdf"',
    );
  });

  it('by --max refuses what has no room without attachments', async () => {
    const { code, err } = await run('--out', 'stick', '--max', '50kB');
    expect([code, existsSync(at(''))]).toEqual([1, false]);
    expect(err).toMatch(/even without attachments .* takes \d+ bytes, more than the 50000/);
  });
});

it.each([
  [[], 'Where to?'],
  [['--out', 'dist/stick'], 'would lie over'],
  [['--out', '.'], 'would lie over'],
  [['--out', 'a', '--max', 'much'], '--max is "much"'],
  [['--out', 'a', '--section', 'x'], '--section is "x"'],
  [['--out', 'a', '--office', 'p99'], '--office is "p99"'],
  [['--out', 'a', '--office', '../p11'], '--office is "../p11"'],
  [['verify'], 'Give the folder'],
])('called with %j says what is wrong', async (args, said) => {
  expect(await run(...args)).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining(said),
  });
});

it('needs a built portal', async () => {
  rmSync(join(cwd, 'dist'));
  const { code, err } = await run('--out', 'stick');
  expect([code, err]).toEqual([1, expect.stringContaining('Run npm run build first')]);
});
