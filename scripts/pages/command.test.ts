import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '#core/problem.ts';
import {
  added,
  GOOD,
  LAW,
  MANUAL,
  PAGE,
  TODAY,
  withProject,
} from '../../tests/check/good-content.ts';
import { checkProject } from '../lib/check-project.ts';
import { EXIT } from '../lib/command.ts';
import { recordedRun } from '../lib/recorded-run.ts';
import { page } from './command.ts';

const FAQ = 'content/faq/otp.mdx';

const run = async (root: string, args: readonly string[], answers?: unknown) => {
  if (answers !== undefined) writeFileSync(join(root, 'answers.json'), JSON.stringify(answers));
  const more = answers === undefined ? [] : ['--answers', 'answers.json'];
  return recordedRun(page, [...args, ...more], { cwd: root, today: TODAY });
};
const textOf = (root: string, file: string): string => readFileSync(join(root, file), 'utf8');
const problemsIn = async (root: string): Promise<string[]> =>
  (await checkProject(root, TODAY)).problems.map(formatProblem);

const WRITTEN = { title: 'OTP ไปที่ไหน', summary: 'ไปที่อีเมล', topic: 'เข้าใช้' };

describe('npm run page', () => {
  it('begins a draft, changes it and publishes it, each as short as it can be', async () => {
    await withProject(GOOD, async (root) => {
      const begun = await run(root, ['write', 'faq/otp'], { fields: { title: WRITTEN.title } });
      expect([begun.code, begun.out, begun.err]).toEqual([EXIT.ok, [`wrote ${FAQ}`], []]);
      expect(textOf(root, FAQ)).toContain('draft: true');
      expect(await problemsIn(root)).toEqual([]);
      await run(root, ['write', 'faq/otp'], { fields: WRITTEN, body: 'ดูในกล่องจดหมาย' });
      const { code } = await run(root, ['publish', 'faq/otp'], {
        fields: { sources: ['laws/old-letter'] },
      });
      expect(code).toBe(EXIT.ok);
      expect(textOf(root, FAQ)).toBe(
        `---\ntitle: OTP ไปที่ไหน\nsummary: ไปที่อีเมล\npublished: "${TODAY}"\nsources:\n  - laws/old-letter\ntopic: เข้าใช้\norder: 999\n---\n\nดูในกล่องจดหมาย\n`,
      );
      expect(await problemsIn(root)).toEqual([]);
    });
  });

  it('changes one field of a page that people wrote, and nothing else of it', async () => {
    await withProject(GOOD, async (root) => {
      const before = textOf(root, MANUAL);
      await run(root, ['publish', 'manuals/sign-in'], { fields: { order: 7 } });
      expect(textOf(root, MANUAL)).toBe(before.replace('order: 1', 'order: 7'));
    });
  });

  it.each<[what: string, page: string, answers: unknown, message: RegExp]>([
    [
      'personal data',
      'faq/a',
      { fields: WRITTEN, body: 'โทร 080-000-0000' },
      /a\.mdx:9:5: a mobile/,
    ],
    ['another component', 'faq/a', { fields: WRITTEN, body: '<Foo />' }, /<Foo> is no component/],
    ['an unknown field', 'faq/a', { fields: { ...WRITTEN, topik: 'x' } }, /topik/],
    ['a page that is not there', 'faq/a', { fields: { ...WRITTEN, related: ['faq/b'] } }, /faq\/b/],
    [
      'what is left of the draft',
      'faq/a',
      { fields: { title: 'ก', summary: 'ข' } },
      /"topic" is still/,
    ],
    ['a summary that nobody wrote', 'faq/a', { fields: { ...WRITTEN, summary: null } }, /summary/],
    ['no title', 'faq/a', { fields: {} }, /no title/],
    ['an address that is none', 'faq/A b', { fields: WRITTEN }, /cannot be the address/],
    ['a way out of the content', 'faq/../x', { fields: WRITTEN }, /cannot be the address/],
    ['a circular', 'circulars/2568/x', { fields: WRITTEN }, /names no page that is written here/],
    ['answers of another shape', 'faq/a', { field: WRITTEN }, /answers\.json/],
  ])('publishes nothing with %s', async (_, named, answers, message) => {
    await withProject(GOOD, async (root) => {
      const { code, err } = await run(root, ['publish', named], answers);
      expect([code, err.join('\n')]).toEqual([EXIT.failed, expect.stringMatching(message)]);
      expect(existsSync(join(root, 'content/faq'))).toBe(false);
    });
  });

  it('is not held up by what is wrong elsewhere, but by what it would break there', async () => {
    const files = added(GOOD, 'content/manuals/b.mdx', '---\ntitle: x\n---\n');
    await withProject(files, async (root) => {
      expect((await run(root, ['publish', 'faq/otp'], { fields: WRITTEN })).code).toBe(EXIT.ok);
      const { code, err } = await run(root, ['publish', 'manuals/sign-in'], { body: 'ไม่มีหัวข้อ' });
      expect([code, err.join('\n')]).toEqual([EXIT.failed, expect.stringContaining(PAGE)]);
      expect(err.join('\n')).not.toContain('manuals/b.mdx');
    });
  });

  it('withdraws a page with a reason, and puts it back as it was', async () => {
    await withProject(GOOD, async (root) => {
      await run(root, ['publish', 'faq/otp'], { fields: WRITTEN });
      const before = textOf(root, FAQ);
      expect((await run(root, ['withdraw', 'faq/otp'])).code).toBe(EXIT.failed);
      expect((await run(root, ['restore', 'faq/otp'])).code).toBe(EXIT.failed);
      expect((await run(root, ['withdraw', 'faq/otp', '--reason', 'ข้อมูลเก่า'])).code).toBe(EXIT.ok);
      expect(textOf(root, FAQ)).toContain('draft: true');
      expect(textOf(root, FAQ)).toContain('ถอนหน้านี้: ข้อมูลเก่า');
      expect(textOf(root, FAQ)).toMatch(
        /^withdrawal:\n {2}date: "\d{4}-\d\d-\d\d"\n {2}reason: ข้อมูลเก่า$/m,
      );
      expect(await problemsIn(root)).toEqual([]);
      expect((await run(root, ['withdraw', 'faq/otp', '--reason', 'x'])).code).toBe(EXIT.failed);
      expect((await run(root, ['restore', 'faq/otp'])).code).toBe(EXIT.ok);
      const [head] = before.split('sources:');
      expect(textOf(root, FAQ)).toContain(head?.split('topic:')[0]);
      expect(textOf(root, FAQ)).not.toMatch(/draft|withdrawal/);
      expect(await problemsIn(root)).toEqual([]);
    });
  });

  it('publishes a withdrawn page anew without its withdrawal, which only a draft may have', async () => {
    await withProject(GOOD, async (root) => {
      await run(root, ['publish', 'faq/otp'], { fields: WRITTEN });
      await run(root, ['withdraw', 'faq/otp', '--reason', 'ข้อมูลเก่า']);
      const withdrawn = textOf(root, FAQ);
      writeFileSync(join(root, FAQ), withdrawn.replace(/^draft: .*\n/m, ''));
      expect(await problemsIn(root)).toEqual([
        expect.stringContaining('withdrawal: the page was withdrawn, but is no draft'),
      ]);
      writeFileSync(join(root, FAQ), withdrawn);
      expect((await run(root, ['publish', 'faq/otp'], { fields: {} })).code).toBe(EXIT.ok);
      expect(textOf(root, FAQ)).not.toMatch(/^(?:draft|withdrawal)/m);
    });
  });

  it('cancels a letter by another on both pages', async () => {
    const open = GOOD.get(LAW)?.replace(/^force:.*$/m, 'force:\n  status: unknown') ?? '';
    const silent = GOOD.get(PAGE)?.replace(/cancels:\n(?: .*\n)+/, '') ?? '';
    await withProject(new Map(GOOD).set(LAW, open).set(PAGE, silent), async (root) => {
      const args = ['cancel', 'laws/old-letter', '--by', 'circulars/2568/dla-0808-4-w15-0402'];
      const { code, err } = await run(root, [...args, '--since', '2025-04-02']);
      expect([code, err]).toEqual([EXIT.ok, []]);
      expect(textOf(root, LAW)).toBe(
        open.replace(
          '  status: unknown',
          `  status: cancelled\n  by: circulars/2568/dla-0808-4-w15-0402\n  since: "2025-04-02"\n  recorded: "${TODAY}"`,
        ),
      );
      expect(textOf(root, PAGE)).toContain(
        'cancels:\n  - number: มท 0808.4/ว 9\n    date: "2024-01-15"\n    record: laws/old-letter\n',
      );
      expect(await problemsIn(root)).toEqual([]);
      const self = await run(root, ['cancel', 'laws/old-letter', '--by', 'laws/old-letter']);
      expect([self.code, self.err.join('')]).toEqual([
        EXIT.failed,
        expect.stringContaining('does not cancel itself'),
      ]);
    });
  });

  it('writes nothing with --dry-run', async () => {
    await withProject(GOOD, async (root) => {
      const { code, out } = await run(root, ['write', 'faq/otp', '--dry-run'], { fields: WRITTEN });
      expect([code, out.join('\n')]).toEqual([
        EXIT.ok,
        expect.stringMatching(/^would write content\/faq\/otp\.mdx:/),
      ]);
      expect(existsSync(join(root, FAQ))).toBe(false);
    });
  });

  it.each<[string, string[], RegExp]>([
    ['nothing', [], /^Write what to do/],
    ['no page', ['write'], /^Give one page/],
    ['an option of another', ['restore', 'faq/a', '--reason', 'x'], /does not go with "restore"/],
    ['no later letter', ['cancel', 'laws/old-letter'], /--by/],
    ['no day', ['cancel', 'laws/a', '--by', 'laws/b', '--since', '1/2/2569'], /is no day/],
  ])('is called wrongly with %s', async (_, args, message) => {
    await withProject(GOOD, async (root) => {
      const { code, err } = await run(root, args);
      expect([code, err.join('\n')]).toEqual([EXIT.usage, expect.stringMatching(message)]);
    });
  });
});
