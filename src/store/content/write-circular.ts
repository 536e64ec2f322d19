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

/**
 * Writes a new draft: its id goes into the register, and its folder appears whole. Rejects where the folder is there
 * already.
 */
export const writeDraft = async (
  root: string,
  draft: CircularDraft,
  today: string,
): Promise<void> => {
  const folder = join(root, draftFolder(draft));
  const beside = join(root, 'content/circulars', `.${draft.id}.writing`);
  await rm(beside, { recursive: true, force: true });
  await mkdir(beside, { recursive: true });
  for (const [name, text] of draftTexts(draft)) await writeFile(join(beside, name), text);
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
