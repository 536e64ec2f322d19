import type {
  ContentFile,
  LetterFileContent,
  NamingMetadata,
  TextPart,
} from '#core/check/content.ts';
import { extensionOf, isExecutableName } from '#core/check/file-kind.ts';
import { findPersonalData } from '#core/letter/personal-data.ts';
import { hasSecrecyLine } from '#core/letter/secrecy.ts';
import { ProblemError } from '#core/problem.ts';
import { unprintableIn } from '#core/text/unprintable.ts';
import { decodeText } from '#store/document/decode-text.ts';
import { disguiseOf } from '#store/document/disguise.ts';
import { ofFile } from '#store/document/document-problem.ts';
import { textWithin } from '#store/document/document-text.ts';
import { isPdf, letterFileContent } from '#store/document/letter-file-content.ts';
import { isZip, metadataOf, namesWithin } from '#store/document/metadata/metadata-of.ts';
import { pdfPageTexts } from '#store/document/pdf-text.ts';
import { readContentBytes } from '#store/files/content-file.ts';
import type { TreeFile } from './content-tree.ts';
import type { ReadMemo } from './read-memo.ts';
import type { Read } from './read-record.ts';

/** What is remembered of a file that is clean. */
interface Clean {
  readonly letter?: LetterFileContent | undefined;
  readonly metadata?: readonly NamingMetadata[] | undefined;
  readonly members?: readonly string[] | undefined;
}

/** A text that is no UTF-8, such as a table in the Thai code page, in which Thai digits would be lost. */
const textOfOtherEncoding = (bytes: Uint8Array, utf8: string): string =>
  decodeText(bytes)?.text ?? utf8;

/** Characters by which a text is distinguished from a web page. */
const HEAD = 4096;

const isCleanText = (text: string): boolean =>
  unprintableIn(text) === null && findPersonalData(text).length === 0 && !hasSecrecyLine(text);

/** Whether a part has what the check looks for: personal data, or where it is a file of its own a mark of secrecy. */
const isTelling = ({ text, isWhole }: TextPart): boolean =>
  findPersonalData(text).length > 0 || (isWhole === true && hasSecrecyLine(text));

/** The text of a document with places in it, as far as these can be determined, for messages. */
const placedText = async (bytes: Uint8Array, text: string | null): Promise<TextPart[]> => {
  if (text === null || findPersonalData(text).length === 0) return [];
  const pages = isPdf(bytes) ? await pdfPageTexts(bytes) : [];
  const placed = pages
    .map((page, at) => ({ place: `page ${at + 1}`, text: page }))
    .filter((page) => findPersonalData(page.text).length > 0);
  return placed.length > 0 ? placed : [{ place: '', text }];
};

interface Within {
  readonly text: string | null;
  readonly parts: readonly TextPart[];
  readonly metadata: readonly NamingMetadata[];
  readonly members: readonly string[] | undefined;
  readonly disguise: string | undefined;
}

/** Names of programs and the like are all that is asked of a list of members. */
const membersOf = (bytes: Uint8Array): readonly string[] =>
  isZip(bytes) ? namesWithin(bytes) : [];

/** All that stands in a document. */
const readWithin = async (bytes: Uint8Array, path: string): Promise<Within> => {
  const text = await textWithin(bytes, path);
  const { naming, parts } = await metadataOf(bytes, path);
  const members = membersOf(bytes);
  const telling = parts.filter(isTelling);
  return {
    text: text ?? (telling.length > 0 ? '' : null),
    parts: [...(await placedText(bytes, text)), ...telling],
    metadata: naming,
    members: members.filter(isExecutableName),
    disguise: disguiseOf(path, bytes, members),
  };
};

/**
 * A file as the check looks through it for personal data and marks of secrecy, within documents too. What was found clean is
 * remembered: to look takes longer than most rules, and nearly all is clean. `isLetter` says that it is a letter's own file;
 * `texts` are the only ones of it that may hold such data, where that is known. Has a problem where a document cannot be
 * opened.
 */
export const scanForPersonalData = async (
  root: string,
  { path, text: utf8, sha256, isRefused, planned }: TreeFile,
  memo: ReadMemo,
  { isLetter, texts }: { readonly isLetter: boolean; readonly texts?: string | undefined },
): Promise<Read<ContentFile>> => {
  if (isRefused) {
    return { value: { path, text: null, isDocument: true, isUnreadable: true }, problems: [] };
  }
  const key = `clean ${extensionOf(path)} ${isLetter ? 'letter ' : ''}${sha256}`;
  const bytesOf = (): Uint8Array => planned ?? readContentBytes(root, path);
  const text = utf8?.includes('\uFFFD') ? textOfOtherEncoding(bytesOf(), utf8) : utf8;
  const isDocument = text === null;
  const known = memo.get<Clean>(key);
  if (known) {
    return { value: { path, text, isDocument, isClean: true, ...known }, problems: [] };
  }
  try {
    const bytes = text === null ? bytesOf() : null;
    const within = bytes === null ? null : await readWithin(bytes, path);
    const letter = isLetter && bytes && isPdf(bytes) ? await letterFileContent(bytes) : undefined;
    const whole = within === null ? text : within.text;
    const { parts, metadata, members } = within ?? {};
    const disguise = within
      ? within.disguise
      : disguiseOf(path, Buffer.from((whole ?? '').slice(0, HEAD)));
    const isClean = (parts ?? []).length === 0 && (whole === null || isCleanText(texts ?? whole));
    if (isClean && disguise === undefined)
      memo.set(key, { letter, metadata, members } satisfies Clean);
    return {
      value: { path, text: whole, isDocument, isClean, letter, parts, metadata, members, disguise },
      problems: [],
    };
  } catch (caught) {
    const error = ofFile(caught, path);
    if (!(error instanceof ProblemError)) throw error;
    return {
      value: { path, text: null, isDocument, isUnreadable: true },
      problems: error.problems,
    };
  }
};
