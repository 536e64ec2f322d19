import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { refusedName } from '#core/check/file-kind.ts';
import { findPersonalData } from '#core/letter/personal-data.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { decodeText } from '#store/document/decode-text.ts';
import { ofFile } from '#store/document/document-problem.ts';
import { checkFileSize, textWithin } from '#store/document/document-text.ts';
import { cleanFile } from '#store/document/metadata/clean-file.ts';
import { metadataOf } from '#store/document/metadata/metadata-of.ts';
import { readBytes } from '#store/files/read-file.ts';
import { refuseSecret } from './refuse-secret.ts';

/** A file that may be published beside the page of a circular. */
export interface Attachable {
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly sha256: string;
}

const refuse = (file: string, said: Omit<Problem, 'file'>): never => {
  throw new ProblemError([{ file, ...said }]);
};

/**
 * A file that comes with a letter, without what its metadata says of who made it. Rejects with a ProblemError where it may not be
 * published: it is of a kind that no page has, is marked as secret, or holds personal data.
 */
export const attachedFile = async (path: string, file: string): Promise<Attachable> => {
  const refused = refusedName(file);
  if (refused) refuse(file, { what: `it is ${refused.is}`, fix: refused.fix });
  try {
    checkFileSize((await stat(path)).size, file);
    const original = new Uint8Array(await readBytes(path));
    const bytes = await cleanFile(original, file);
    const text = (await textWithin(bytes, file)) ?? decodeText(bytes)?.text ?? '';
    const { parts } = await metadataOf(bytes, file);
    refuseSecret(file, text, parts);
    const texts = [text, ...parts.map((part) => part.text)];
    const found = new Set(texts.flatMap(findPersonalData).map(({ kind }) => kind));
    if (found.size > 0) {
      refuse(file, {
        what: `personal data stands within it (${[...found].join(', ')}), so it is not kept`,
        why: 'Personal data is never published nor kept in the repository, whoever it belongs to.',
        fix: 'Black it out in the file, so that no text lies below, and send it again.',
      });
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { bytes, size: bytes.length, sha256 };
  } catch (error) {
    throw ofFile(error, file);
  }
};
