import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXIT } from '../lib/command.ts';
import { recordedRun } from '../lib/recorded-run.ts';
import { forms } from './command.ts';
import { formDocument } from './document.ts';
import { FORMS, SAMPLE_ADVICE, SAMPLE_MARK } from './forms.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
let root: string;
let lines: string[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-forms-'));
  await mkdir(join(root, 'content'));
  await cp(join(project, 'content/forms'), join(root, 'content/forms'), { recursive: true });
  lines = [];
});
afterEach(() => rm(root, { recursive: true }));

const run = async (...args: string[]): Promise<number> => {
  const { code, said } = await recordedRun(forms, args, { cwd: root });
  lines.push(...said);
  return code;
};

const pageOf = (slug: string): string => join(root, `content/forms/${slug}/index.mdx`);
const fileOf = (slug: string): string => join(root, `content/forms/${slug}/${slug}.docx`);
const [first] = FORMS.map(({ slug }) => slug) as [string];

it('finds the forms of the repository as their words make them', async () => {
  expect(await run()).toBe(EXIT.ok);
  expect(lines.length).toBe(2 * FORMS.length);
  for (const line of lines) expect(line).toMatch(/: up to date \(\d+ bytes\)$/);
});

it('fixes a document that was changed, and a page that states another hash', async () => {
  const [page, document] = [await readFile(pageOf(first)), await readFile(fileOf(first))];
  await writeFile(fileOf(first), 'something else');
  await writeFile(pageOf(first), String(page).replace(/size: \d+/, 'size: 7'));
  expect(await run('--dry-run')).toBe(EXIT.ok);
  expect(lines.filter((line) => line.includes('would change')).length).toBe(2);
  expect(await readFile(fileOf(first), 'utf8')).toBe('something else');
  expect(await run()).toBe(EXIT.ok);
  expect(await readFile(fileOf(first))).toEqual(document);
  expect(await readFile(pageOf(first))).toEqual(page);
});

it('writes nothing where a page has no place for size and hash', async () => {
  const last = FORMS.at(-1)?.slug as string;
  await writeFile(fileOf(first), 'something else');
  await writeFile(pageOf(last), '---\ntitle: x\n---\n');
  expect(await run()).toBe(EXIT.failed);
  expect(await readFile(fileOf(first), 'utf8')).toBe('something else');
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "content/forms/user-access-request/index.mdx attachments: the page has no attachment "user-access-request.docx" with size and sha256
      why: The page states what its document must be, for readers who check their copy.
      fix: Add an attachment with the lines "file: user-access-request.docx", "size: 1" and "sha256:" with 64 zeros, in this order."
  `);
});

describe.each(FORMS)('$slug', (design) => {
  const parts = async () => unzipSync(await formDocument(design));

  it('says on every page that it is a sample', async () => {
    const files = await parts();
    const text = (name: string) => strFromU8(files[name] as Uint8Array);
    expect(text('word/header1.xml')).toContain(SAMPLE_MARK);
    expect(text('word/footer1.xml')).toContain(SAMPLE_ADVICE);
    expect(text('word/document.xml')).toContain(design.title);
  });

  it('has a named control for each place to fill in, with an id of its own', async () => {
    const body = strFromU8((await parts())['word/document.xml'] as Uint8Array);
    const fields = design.sections.flatMap((section) => section.fields);
    const names = fields.flatMap((field) =>
      'text' in field ? [field.text] : 'tick' in field ? field.options : [],
    );
    const aliases = [...body.matchAll(/<w:alias w:val="([^"]*)"/g)].map(([, alias]) => alias);
    expect(aliases).toEqual(names);
    const ids = [...body.matchAll(/<w:id w:val="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(fields.filter((field) => 'text' in field).length);
  });

  it('carries no time', async () => {
    expect(strFromU8((await parts())['docProps/core.xml'] as Uint8Array)).not.toMatch(/20\d\d-/);
  });
});
