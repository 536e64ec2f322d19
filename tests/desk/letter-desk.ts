import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { todayInThailand } from '#store/clock.ts';
import { ingest } from '../../scripts/ingest/command.ts';
import { recordedRun } from '../../scripts/lib/recorded-run.ts';
import { madeUpFiles } from '../../scripts/track/testing/made-up-files.ts';
import type { Answer, Visitor } from './running-desk.ts';

/** The page of a letter, or its preview, once it is made. */
export const whenRead = async (visitor: Visitor, at: string): Promise<Answer> => {
  for (;;) {
    const answer = await visitor.get(at);
    if (!/กำลังอ่านหนังสือ|กำลังทำตัวอย่าง/.test(answer.text)) return answer;
  }
};

/** Sends files to be read, and gives the address of the letter. */
export const sendLetter = async (visitor: Visitor, ...files: readonly File[]): Promise<string> => {
  const form = new FormData();
  for (const file of files) form.append('file', file);
  return (await visitor.send('/desk/letters/', form)).location ?? '';
};

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The fields of the form of a letter or page as a browser would send them, with changes. */
export const formOf = (
  page: string,
  changes: Readonly<Record<string, string | File>>,
): FormData => {
  const form = new FormData();
  const [, main = ''] =
    /<form class="desk-form letter-form[^"]*"([\s\S]*?)<\/form>/.exec(page) ?? [];
  for (const match of main.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)) {
    const [tag] = match;
    const [, name = ''] = /name="([^"]*)"/.exec(tag) ?? [];
    const [, type = ''] = /type="([^"]*)"/.exec(tag) ?? [];
    const [, value = ''] = /value="([^"]*)"/.exec(tag) ?? [];
    const isChoice = type === 'radio' || type === 'checkbox';
    if (type === 'file' || (isChoice && !/ checked/.test(tag))) continue;
    const rest = main.slice(match.index + tag.length);
    if (tag.startsWith('<textarea')) {
      form.set(name, unescaped(rest.slice(0, rest.indexOf('</textarea>')).replace(/^\n/, '')));
    } else if (tag.startsWith('<select')) {
      form.set(
        name,
        /value="([^"]*)" selected/.exec(rest.slice(0, rest.indexOf('</select>')))?.[1] ?? '',
      );
    } else form.set(name, unescaped(value));
  }
  for (const [name, value] of Object.entries(changes)) form.set(name, value);
  return form;
};

/** The files below the content of a project, by their names. */
export const contentOf = (root: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(root, 'content'), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name).slice(root.length + 1))
      .map((name) => [name, readFileSync(join(root, name)).toString('base64')]),
  );

/** What the command writes of the same files with the same answers, in a project of its own with the circulars of that of the desk. */
export const contentByIngest = async (
  files: Readonly<Record<string, string | Uint8Array>>,
  answers: string,
  beside: Readonly<Record<string, string>> = {},
): Promise<Record<string, string>> => {
  const root = mkdtempSync(join(tmpdir(), 'wian-letters-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const all = { ...madeUpFiles(), ...beside, 'answers.json': answers, ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  cpSync('content/registry', join(root, 'content/registry'), { recursive: true });
  const args = [...Object.keys(files), '--answers', 'answers.json', '--keep-file'];
  await recordedRun(ingest, args, { cwd: root, today: todayInThailand() });
  return contentOf(root);
};
