import { extname } from 'node:path';
import { findPersonalData } from '#core/letter/personal-data.ts';
import { ProblemError } from '#core/problem.ts';
import type { SentFile } from '#store/desk/letter-uploads.ts';
import { DOCUMENT_ENDINGS } from '#store/document/document-text.ts';
import { SCAN_ENDINGS } from '#store/scan/file-pages.ts';

const LONGEST_NAME = 150;
const READABLE: readonly string[] = [...DOCUMENT_ENDINGS, ...SCAN_ENDINGS];
/** Names that become part of an address. */
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/**
 * The files that were chosen in a field of a form. Browsers send a file without a name where none was; one without bytes was
 * chosen, and whoever takes it has to say so: a page of a letter would be missing.
 */
export const filesOf = (field: unknown): File[] =>
  [field]
    .flat()
    .filter((one): one is File => one instanceof File && (one.name !== '' || one.size > 0));

/** That a file which was chosen holds nothing. */
export const emptyFile = (name: string): ProblemError =>
  new ProblemError([
    {
      file: baseName(name),
      what: 'the file is empty',
      why: 'It may have been copied or saved only in part.',
      fix: 'Choose it again, or one that is whole.',
    },
  ]);

/** The name of a file without its folders and what no name holds. */
export const baseName = (given: string): string =>
  (given.split(/[\\/]/).at(-1) ?? '').replaceAll(/\p{C}/gu, '').trim();

/** Why a file cannot be read as a letter; null where it can. */
export const letterNameFault = ({ name }: Pick<File, 'name'>): 'name' | 'kind' | null => {
  const base = baseName(name);
  if (base === '' || base.startsWith('.') || base.length > LONGEST_NAME) return 'name';
  if (findPersonalData(base).length > 0) return 'name';
  return READABLE.includes(extname(base).toLowerCase()) ? null : 'kind';
};

/** The bytes of a file as it was sent. */
export const sentFile = async (file: File): Promise<SentFile> => ({
  name: baseName(file.name),
  bytes: new Uint8Array(await file.arrayBuffer()),
});

/** An attachment under a name that can be part of an address: its own where that can, else one that only has its ending. */
export const sentAttachment = async (file: File, nth: number): Promise<SentFile> => {
  const { name, bytes } = await sentFile(file);
  const ending = /^\.[A-Za-z0-9]{1,8}$/.test(extname(name)) ? extname(name).toLowerCase() : '';
  const isPlain = PLAIN.test(name) && name.length <= LONGEST_NAME && name !== 'answers.json';
  return { name: isPlain ? name : `attachment-${nth + 1}${ending}`, bytes };
};
