import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { registerLine } from '#core/check/rules/permanent-ids.ts';
import type { CircularDraft } from '#core/letter/draft/circular-draft.ts';
import {
  readContentBytes,
  readContentText,
  refuseLinks,
  replaceContentFile,
} from '#store/files/content-file.ts';
import { whileLocked, whileLockedFor } from '#store/files/lock.ts';
import { alreadyThere, writeNewFolder } from '#store/files/new-folder.ts';
import { type CircularTexts, draftTexts } from './draft-files.ts';
import { REGISTER, REGISTER_COLUMNS, readPermanentIdRegister } from './register.ts';

/** Folder of a draft, relative to the project. */
export const draftFolder = ({ year, id }: Pick<CircularDraft, 'year' | 'id'>): string =>
  `content/circulars/${year}/${id}`;

/** Mints the id of a circular that lies in its folder; false for one that the register has already. */
export const registerId = (
  root: string,
  circular: Pick<CircularDraft, 'year' | 'id' | 'key'>,
  today: string,
): Promise<boolean> =>
  whileLockedFor(root, async () => {
    const text = readContentText(root, REGISTER) ?? `${REGISTER_COLUMNS.join(',')}\n`;
    const { value } = readPermanentIdRegister(text);
    if (value?.rows.some((row) => row.id === circular.id)) return false;
    const line = registerLine(circular, circular.key, today);
    replaceContentFile(root, REGISTER, `${text.replace(/\n*$/, '\n')}${line}\n`);
    return true;
  });

/** Files of a circular besides its texts, by their names. */
export type FilesBeside = ReadonlyMap<string, Uint8Array>;

/**
 * Writes a new draft with the files beside it: its folder appears whole, then its id goes into the register. Killed
 * between the two, the next ingest of the letter registers it. Rejects where the folder is there already.
 */
export const writeDraft = (
  root: string,
  draft: CircularDraft,
  today: string,
  files: FilesBeside = new Map(),
): Promise<void> =>
  whileLockedFor(root, async () => {
    refuseLinks(root, REGISTER);
    writeNewFolder(root, draftFolder(draft), [...draftTexts(draft), ...files]);
    await registerId(root, draft, today);
  });

/** Writes changed files of a circular, each whole or not at all. */
export const writeMerged = (root: string, id: string, texts: CircularTexts): void =>
  whileLocked(root, () => {
    for (const [name, text] of texts)
      replaceContentFile(root, `content/circulars/${id}/${name}`, text);
  });

/** Puts a file beside the page of a circular; throws where another file of that name is there. */
export const writeBeside = (root: string, id: string, name: string, bytes: Uint8Array): void =>
  whileLocked(root, () => {
    const path = `content/circulars/${id}/${name}`;
    if (!existsSync(join(root, path))) replaceContentFile(root, path, bytes);
    else if (!readContentBytes(root, path).equals(bytes)) throw alreadyThere(path);
  });
