import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { registerLine } from '#core/check/rules/permanent-ids.ts';
import type { CircularDraft } from '#core/letter/draft/circular-draft.ts';
import { replaceFile } from '#store/files/replace-file.ts';
import { type CircularTexts, draftTexts } from './draft-files.ts';
import { readTextIfThere } from './record-files.ts';
import { REGISTER, REGISTER_COLUMNS } from './register.ts';

/** Folder of a draft, relative to the project. */
export const draftFolder = ({ year, id }: Pick<CircularDraft, 'year' | 'id'>): string =>
  `content/circulars/${year}/${id}`;

const registerId = async (root: string, draft: CircularDraft, today: string): Promise<void> => {
  const path = join(root, REGISTER);
  const text = (await readTextIfThere(path)) ?? `${REGISTER_COLUMNS.join(',')}\n`;
  const line = registerLine(draft, draft.key, today);
  replaceFile(path, `${text.replace(/\n*$/, '\n')}${line}\n`);
};

/** Files of a circular besides its texts, by their names. */
export type FilesBeside = ReadonlyMap<string, Uint8Array>;

/**
 * Writes a new draft with the files beside it: its id goes into the register, and its folder appears whole. Rejects where the folder is there
 * already.
 */
export const writeDraft = async (
  root: string,
  draft: CircularDraft,
  today: string,
  files: FilesBeside = new Map(),
): Promise<void> => {
  const folder = join(root, draftFolder(draft));
  const beside = join(root, 'content/circulars', `.${draft.id}.writing`);
  await rm(beside, { recursive: true, force: true });
  await mkdir(beside, { recursive: true });
  for (const [name, text] of draftTexts(draft)) await writeFile(join(beside, name), text);
  for (const [name, bytes] of files) await writeFile(join(beside, name), bytes);
  await registerId(root, draft, today);
  await mkdir(join(folder, '..'), { recursive: true });
  await rename(beside, folder);
};

/** Writes changed files of a circular, each whole or not at all. */
export const writeMerged = async (
  root: string,
  id: string,
  texts: CircularTexts,
): Promise<void> => {
  for (const [name, text] of texts) replaceFile(join(root, 'content/circulars', id, name), text);
};

/** Puts a file beside the page of a circular; rejects where one of that name is there. */
export const writeBeside = (
  root: string,
  id: string,
  name: string,
  bytes: Uint8Array,
): Promise<void> => writeFile(join(root, 'content/circulars', id, name), bytes, { flag: 'wx' });
