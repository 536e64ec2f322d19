import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatProblem } from '#core/problem.ts';
import { MOBILE, PDFS, PERSON, pdfOf } from '#store/document/testing/files-with-metadata.ts';
import {
  CIRCULAR,
  GOOD,
  GUIDE,
  GUIDE_FIELDS,
  PAGE,
  TODAY,
  withProject,
} from '../../tests/check/good-content.ts';
import { checkProject } from '../lib/check-project.ts';
import { EXIT, runCommand } from '../lib/command.ts';
import { recordedRun } from '../lib/recorded-run.ts';
import { cleanFileCommand } from './command.ts';
import { withDigest } from './plan.ts';

const check = async (root: string) => (await checkProject(root, TODAY)).problems.map(formatProblem);

/** Puts a file in the place of the guide of a good project, with what its page says of it. */
const give = async (root: string, bytes: Uint8Array, more = ''): Promise<void> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const fields = `${more}    file: guide.pdf\n    size: ${bytes.length}\n    sha256: ${sha256}`;
  const page = (GOOD.get(PAGE) as string).replace(GUIDE_FIELDS, fields);
  await writeFile(join(root, GUIDE), bytes);
  await writeFile(join(root, PAGE), page);
};

const clean = (cwd: string, ...args: string[]) => recordedRun(cleanFileCommand, args, { cwd });

it('takes out what the check refuses, and writes size and digest', () =>
  withProject(GOOD, async (root) => {
    const bytes = await PDFS['PDF with an author']();
    await give(root, bytes);
    const [refused = '', ...others] = await check(root);
    expect(others).toEqual([]);
    expect(refused).toContain('guide.pdf: its metadata names a person (Info /Author)');
    expect(refused).not.toContain(PERSON);

    const dry = await clean(root, GUIDE, '--dry-run');
    expect([dry.code, dry.err]).toEqual([EXIT.ok, []]);
    expect(await readFile(join(root, GUIDE))).toEqual(Buffer.from(bytes));

    const { code, out, err } = await clean(root, GUIDE);
    expect([code, err]).toEqual([EXIT.ok, []]);
    expect(out.join('\n')).toContain('taken out: Info /Author');
    expect(out.join('\n')).toContain(`written anew: ${PAGE}`);
    expect(await check(root)).toEqual([]);
    expect((await clean(root, GUIDE)).out).toEqual([`${GUIDE}: names nobody; left as it is`]);
  }));

it.each([GUIDE, PAGE])('writes over no %s that was changed since it was read', (changed) =>
  withProject(GOOD, async (root) => {
    await give(root, await PDFS['PDF with an author']());
    const page = await readFile(join(root, PAGE), 'utf8');
    const err: string[] = [];
    const code = await runCommand(cleanFileCommand, [GUIDE], {
      cwd: root,
      env: {},
      today: TODAY,
      stdin: (async function* () {})(),
      // It says what it found before it writes.
      out: () => writeFileSync(join(root, changed), 'of an editor'),
      err: (line) => err.push(line),
    });
    expect(code).toBe(EXIT.failed);
    expect(err.join()).toContain(`${changed}: it was changed while it was read`);
    expect(await readFile(join(root, changed), 'utf8')).toBe('of an editor');
    if (changed !== PAGE) expect(await readFile(join(root, PAGE), 'utf8')).toBe(page);
  }),
);

it('names a folder that stands in the place of the file', () =>
  withProject(GOOD, async (root) => {
    await rm(join(root, GUIDE));
    await mkdir(join(root, GUIDE));
    const { code, err } = await clean(root, GUIDE);
    expect(code).toBe(EXIT.failed);
    expect(err.join()).toContain('guide.pdf: it is a folder');
  }));

it('lets the metadata be where the page says that it is meant', () =>
  withProject(GOOD, async (root) => {
    await give(root, await PDFS['PDF with a note'](), '    keepMetadata: true\n');
    expect(await check(root)).toEqual([]);
    expect(await check(root)).toEqual([]);
  }));

it('tells again what is remembered of a file that holds no personal data', () =>
  withProject(GOOD, async (root) => {
    await give(root, await PDFS['PDF with a note']());
    const messages = await check(root);
    expect(messages.join('\n')).toContain('/T of an annotation');
    expect(await check(root)).toEqual(messages);
  }));

it('tells in which property a number stands', () =>
  withProject(GOOD, async (root) => {
    await give(root, await pdfOf((document) => document.setTitle(`call ${MOBILE}`)));
    const messages = (await check(root)).join('\n');
    expect(messages).toContain('a mobile number stands within this document (property /Title)');
    expect(messages).not.toContain(MOBILE);
  }));

it('refuses a file that cannot be read, and goes on with the next', () =>
  withProject(GOOD, async (root) => {
    await writeFile(join(root, CIRCULAR, 'broken.docx'), 'PK\u0003\u0004 cut short');
    const { code, out, err } = await clean(root, `${CIRCULAR}/broken.docx`, GUIDE);
    expect(code).toBe(EXIT.failed);
    expect(err.join('\n')).toContain(
      `${CIRCULAR}/broken.docx: what lies within the file cannot be read`,
    );
    expect(out).toEqual([`${GUIDE}: names nobody; left as it is`]);
  }));

it.each([
  ['- file: a.pdf\n  size: 12\n  sha256: aa\n', '- file: a.pdf\n  size: 7\n  sha256: bb\n'],
  ['{file: a.pdf, size: 12, sha256: aa}', '{file: a.pdf, size: 7, sha256: bb}'],
  ['sha256: aa\ntitle: size\nsize: 12', 'sha256: bb\ntitle: size\nsize: 7'],
  ['size: 12\n- size: 12\n  sha256: aa', 'size: 12\n- size: 7\n  sha256: bb'],
  ['size: 120\nsha256: aa', 'size: 120\nsha256: bb'],
  ['sha256: cc', null],
])('writes digest and size of %j', (text, expected) => {
  expect(withDigest(text, { sha256: 'aa', size: 12 }, { sha256: 'bb', size: 7 })).toBe(expected);
});
