import { ProblemError } from '#core/problem.ts';
import { decodeText } from '../decode-text.ts';
import { DocumentProblem } from '../document-problem.ts';
import { textWithin } from '../document-text.ts';
import { openZip, type ZipParts } from '../zip.ts';
import { embeddedFiles } from './embedded-files.ts';
import {
  type FileMetadata,
  joinMetadata,
  metadataWithin,
  NO_METADATA,
  PARTED,
} from './file-metadata.ts';
import { mayNamePersons, personsInPart } from './office-metadata.ts';
import { olderText } from './older-text.ts';
import { pdfMetadata } from './pdf-metadata.ts';
import { pictureMetadata } from './picture-metadata.ts';

const MOST_BYTES = 256 * 1024 * 1024;
/** An archive may hold documents that hold pictures; deeper ones are no longer looked into. */
const DEEPEST = 3;

const isPdf = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-';
/** Whether a file is an archive, as all newer office documents are. */
export const isZip = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, 4)) === 'PK\u0003\u0004';

/** Names of the files within an archive or an office document. */
export const namesWithin = (bytes: Uint8Array): readonly string[] =>
  openZip(bytes, MOST_BYTES).names;

/** Endings of members that may hold metadata of their own, or text. */
const HOLDS_MORE = /\.(?:jpe?g|png|gif|webp|tiff?|pdf|docx?|xlsx?|pptx?|rtf|od[tsp]|zip)$/i;
const TEXT = /\.(?:txt|csv|md|html?|json)$/i;

const isOffice = ({ names }: ZipParts): boolean =>
  names.includes('[Content_Types].xml') || names.includes('mimetype');

/** A file within another. */
interface Member {
  readonly name: string;
  readonly read: () => Uint8Array;
  /** The file around it, as problems name it. */
  readonly file: string;
  readonly depth: number;
}

/** Text and metadata of a document within another file. */
const documentWithin = async ({ name, read, file, depth }: Member): Promise<FileMetadata> => {
  const bytes = read();
  const whole = `${file} (${name})`;
  const text = (await textWithin(bytes, whole)) ?? '';
  const within = await metadataAt(bytes, whole, depth + 1);
  return metadataWithin(name, {
    naming: within.naming,
    parts: [{ place: 'its text', text, isWhole: true }, ...within.parts],
  });
};

const memberMetadata = async (member: Member): Promise<FileMetadata> => {
  const { name, read, depth } = member;
  if (HOLDS_MORE.test(name) && depth < DEEPEST) return documentWithin(member);
  if (!TEXT.test(name)) return NO_METADATA;
  const bytes = read();
  const text = decodeText(bytes)?.text ?? new TextDecoder().decode(bytes);
  return { naming: [], parts: [{ place: name, text, isWhole: true }] };
};

const archiveMetadata = async (
  bytes: Uint8Array,
  file: string,
  depth: number,
): Promise<FileMetadata> => {
  const zip = openZip(bytes, MOST_BYTES);
  const names = isOffice(zip) ? [] : zip.names;
  const members: FileMetadata[] = [];
  for (const name of zip.names) {
    const read = (): Uint8Array => zip.read(name) as Uint8Array;
    if (isOffice(zip) && mayNamePersons(name)) {
      const xml = new TextDecoder().decode(read());
      members.push({ naming: personsInPart(name, xml), parts: [] });
    } else members.push(await memberMetadata({ name, read, file, depth }));
  }
  const own = { place: 'names of the files within', text: names.join(PARTED) };
  return joinMetadata([{ naming: [], parts: [own] }, ...members]);
};

/** What a PDF says, and what the files say that lie within it. */
const pdfWithMembers = async (
  bytes: Uint8Array,
  file: string,
  depth: number,
): Promise<FileMetadata> => {
  const all = [await pdfMetadata(bytes)];
  for (const one of await embeddedFiles(bytes, MOST_BYTES)) {
    all.push(await memberMetadata({ name: one.name, read: () => one.bytes, file, depth }));
  }
  return joinMetadata(all);
};

/** Whatever is wrong with an archive, reported for the file that it is. */
const problemOf = (file: string, error: unknown): unknown => {
  if (error instanceof DocumentProblem) return new ProblemError([{ file, ...error.problem }]);
  if (!(error instanceof Error) || error instanceof ProblemError) return error;
  const what = 'what lies within the file cannot be read';
  const fix = 'Make it again, without a password, and give that.';
  return new ProblemError([{ file, what, why: error.message, fix }]);
};

const orProblem = async (file: string, reading: Promise<FileMetadata>): Promise<FileMetadata> => {
  try {
    return await reading;
  } catch (error) {
    throw problemOf(file, error);
  }
};

const metadataAt = async (
  bytes: Uint8Array,
  file: string,
  depth: number,
): Promise<FileMetadata> => {
  if (isPdf(bytes)) return orProblem(file, pdfWithMembers(bytes, file, depth));
  if (isZip(bytes)) return orProblem(file, archiveMetadata(bytes, file, depth));
  const older = olderText(bytes);
  if (older !== null)
    return { naming: [], parts: [{ place: 'its text', text: older, isWhole: true }] };
  return pictureMetadata(bytes);
};

/**
 * What a file says of who made it, where and with what; its format is recognised by its content: PDF, office documents (OOXML, OpenDocument),
 * archives of them, pictures, and what lies within those. Rejects with a ProblemError where an archive is damaged, locked or too large; `file` names it there.
 */
export const metadataOf = (bytes: Uint8Array, file: string): Promise<FileMetadata> =>
  metadataAt(bytes, file, 0);
