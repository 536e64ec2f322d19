import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '#core/problem.ts';
import { GOOD, TODAY, withProject } from '../../tests/check/good-content.ts';
import { checkProject } from '../lib/check-project.ts';
import { EXIT } from '../lib/command.ts';
import { recordedRun } from '../lib/recorded-run.ts';
import { newPage } from './command.ts';
import { KINDS, type Kind } from './skeletons.ts';

const run = (cwd: string, ...args: string[]) => recordedRun(newPage, args, { cwd, today: TODAY });

const problemsIn = async (root: string): Promise<string[]> =>
  (await checkProject(root, TODAY)).problems.map(formatProblem);

const TITLES = ['วิธีเข้าระบบ', 'ถาม: "ใคร" ทำ {อะไร} # 1', '2568', 'How to sign in', 'ก - a: b'];

describe('npm run new', () => {
  it.each(Object.keys(KINDS) as Kind[])('begins a page that passes the check: %s', async (kind) => {
    await withProject(GOOD, async (root) => {
      for (const title of TITLES) {
        const { code, out, err } = await run(root, kind, title);
        expect([code, err]).toEqual([EXIT.ok, []]);
        const path = /^wrote (\S+)$/.exec(out[0] as string)?.[1] as string;
        const text = readFileSync(join(root, path), 'utf8');
        expect(text).toMatch(/^---\n[\s\S]*draft: true\n/);
        expect(text).toMatch(/^ *# .*[ก-ฮ]/m);
      }
      expect(await problemsIn(root)).toEqual([]);
    });
  });

  it.each(Object.keys(KINDS) as Kind[])('is not published as it is: %s', async (kind) => {
    await withProject(GOOD, async (root) => {
      const { out } = await run(root, kind, 'หัวข้อ');
      const path = join(root, /^wrote (\S+)$/.exec(out[0] as string)?.[1] as string);
      writeFileSync(path, readFileSync(path, 'utf8').replace('draft: true\n', ''));
      const messages = (await problemsIn(root)).join('\n');
      expect(messages).toContain('"summary" is still that of the draft');
      expect(messages).toContain('still asks for text to be written');
    });
  });

  it.each([
    ['circular', 3],
    ['law', 2],
    ['changelog', 1],
  ])('says which lines of a %s each value takes the place of', async (kind, count) => {
    await withProject(GOOD, async (root) => {
      const { out } = await run(root, kind, 'หัวข้อ', '--dry-run');
      const lines = out.join('\n').split('\n');
      const asked = lines.flatMap((line, at) => (line.includes('แทนหกบรรทัด') ? [at] : []));
      expect(asked).toHaveLength(count);
      for (const at of asked) {
        const own = lines.slice(at + 1, at + 7);
        const field = /^ *(\w+):$/.exec(own[0] as string)?.[1];
        expect(own.at(-1)).toMatch(/^ +note: /);
        expect(lines[at]).toContain(`(${field}: ถึง note:)`);
        const example = /เช่น (\w+):/.exec(lines[at] as string)?.[1];
        expect([undefined, field]).toContain(example);
      }
    });
  });

  it('refuses an address that is taken, and names the file', async () => {
    await withProject(GOOD, async (root) => {
      const before = readdirSync(join(root, 'content/manuals'));
      const { code, err } = await run(root, 'manual', 'หัวข้อ', '--slug', 'sign-in');
      expect(code).toBe(EXIT.failed);
      expect(err.join('\n')).toBe(
        'content/manuals/sign-in.mdx: there is such a page already\n  why: A page has one address; nothing was written.\n  fix: Write on in that file, or choose another address with --slug.',
      );
      expect(readdirSync(join(root, 'content/manuals'))).toEqual(before);
    });
  });

  it('refuses the id of a circular that is there or ever was', async () => {
    await withProject(GOOD, async (root) => {
      const { code, err } = await run(root, 'circular', 'หัวข้อ', '--id', 'dla-0808-4-w15-0402');
      expect([code, err[0]?.split('\n')[0]]).toEqual([
        EXIT.failed,
        'content/circulars/permanent-ids.csv: there is such a page already',
      ]);
    });
  });

  it.each(['faq', 'circular'])(
    'says in Thai what it wrote and what is left to do: %s',
    async (kind) => {
      await withProject(GOOD, async (root) => {
        const thai = { cwd: root, today: TODAY, env: { WIAN_LANG: 'th' } };
        const { out } = await recordedRun(newPage, [kind, 'หัวข้อ'], thai);
        expect(out).toHaveLength(2);
        expect(out[0]).toMatch(/^เขียน content\/\S+ แล้ว$/);
        expect(out[1]).toMatch(/^[ก-๎][^a-z]*(?:npm run rename[^a-z]*)?$/);
      });
    },
  );

  it('writes nothing with --dry-run', async () => {
    await withProject(GOOD, async (root) => {
      for (const kind of Object.keys(KINDS)) {
        const { code, out } = await run(root, kind, 'หัวข้อ', '--dry-run');
        expect(code).toBe(EXIT.ok);
        expect(out[0]).toMatch(/^would write content\//);
      }
      expect(existsSync(join(root, 'content/faq'))).toBe(false);
      expect(await problemsIn(root)).toEqual([]);
    });
  });

  it.each<[what: string, args: string[], messages: RegExp]>([
    ['nothing', [], /^No kind of page is named/],
    ['another kind', ['faqs', 'ก'], /"faqs" is no kind of page. Did you mean "faq"\?/],
    ['no title', ['faq'], /^Write one title/],
    ['an empty title', ['faq', ' '], /^The title is empty/],
    ['two titles', ['faq', 'ก', 'ข'], /^Write one title/],
    ['a title of lines', ['faq', 'ก\nข'], /on one line/],
    ['a title that is turned around', ['faq', 'ก\u202Eข'], /invisible character/],
    ['an address with capitals', ['faq', 'ก', '--slug', 'How'], /cannot be an address/],
    ['an address that leaves the folder', ['faq', 'ก', '--slug', '../a'], /cannot be an address/],
    ['the address of lists', ['faq', 'ก', '--slug', 'index'], /cannot be an address/],
    ['an id for a page', ['faq', 'ก', '--id', 'a'], /write --slug/],
    ['a slug for a circular', ['circular', 'ก', '--slug', 'a'], /write --id/],
    ['an unknown issuer', ['circular', 'ก', '--issuer', 'p99'], /no office of the registry/],
  ])('is called wrongly with %s', async (_, args, messages) => {
    await withProject(GOOD, async (root) => {
      const { code, err } = await run(root, ...args);
      expect([code, err.join('\n')]).toEqual([EXIT.usage, expect.stringMatching(messages)]);
    });
  });
});
