import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { replaceFile, writeSaved } from '../files/replace-file.ts';

/** A letter that was sent to the desk, with all that belongs to it, kept until it is put away or some weeks old. */
export interface LetterUpload {
  readonly id: string;
  /** Id of the member who sent it. */
  readonly member: string;
  /** ISO time. */
  readonly at: string;
  /** Files that are read, by the names under which they are kept, in the order in which they were sent. */
  readonly files: readonly string[];
}

/** Days after which a letter is deleted here; what was written into the content stays. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;
const ID = /^[0-9a-f-]{36}$/;
const META = 'upload.json';

const folderOf = (data: string): string => join(data, 'letters');

/** The folder of a letter. */
export const letterFolder = (data: string, id: string): string => join(folderOf(data), id);

/** Where a file of a letter lies that is read. */
export const letterFilePath = (data: string, id: string, file: string): string =>
  join(letterFolder(data, id), 'files', file);

/** The file of answers of a letter; its attachments lie beside it. */
export const answersPath = (data: string, id: string): string =>
  join(letterFolder(data, id), 'answers', 'answers.json');

/** What was read of a letter, and the pictures of its pages. */
export const readingFolder = (data: string, id: string): string =>
  join(letterFolder(data, id), 'reading');

/** A letter that was sent, by its id; null where there is none. */
export const readLetterUpload = (data: string, id: string): LetterUpload | null => {
  if (!ID.test(id)) return null;
  try {
    return JSON.parse(readFileSync(join(letterFolder(data, id), META), 'utf8')) as LetterUpload;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

/** Deletes a letter and what was made of it at the desk. */
export const removeLetterUpload = (data: string, id: string): void => {
  if (ID.test(id)) rmSync(letterFolder(data, id), { recursive: true, force: true });
};

const idsIn = (data: string): string[] =>
  existsSync(folderOf(data)) ? readdirSync(folderOf(data)) : [];

/** All letters that are kept, newest first. */
export const letterUploads = (data: string): LetterUpload[] =>
  idsIn(data)
    .flatMap((id) => readLetterUpload(data, id) ?? [])
    .sort((a, b) => (a.at < b.at ? 1 : -1));

/** Deletes letters that are kept no longer: some weeks old, or never received whole. */
export const tidyLetterUploads = (data: string, now: Date): void => {
  const ago = new Date(now.getTime() - KEPT_DAYS * DAY_MS).toISOString();
  for (const id of idsIn(data)) {
    const at =
      readLetterUpload(data, id)?.at ?? statSync(letterFolder(data, id)).mtime.toISOString();
    if (at < ago) removeLetterUpload(data, id);
  }
};

/** A file as it was sent. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A name that none of `taken` has: `scan.pdf`, `scan-2.pdf`. */
export const freeName = (name: string, taken: readonly string[]): string => {
  const dot = name.lastIndexOf('.');
  const [base, ending] = dot <= 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  const isFree = (one: string) => !taken.some((other) => other.toLowerCase() === one.toLowerCase());
  for (let nth = 1; ; nth += 1) {
    const tried = nth === 1 ? name : `${base}-${nth}${ending}`;
    if (isFree(tried)) return tried;
  }
};

const saveMeta = (data: string, upload: LetterUpload): void =>
  replaceFile(join(letterFolder(data, upload.id), META), JSON.stringify(upload));

/** Writes files to the paths that it asks for by their number, and gives the names under which they were sent. */
export type ReceiveFiles = (pathOf: (nth: number) => string) => Promise<readonly string[]>;

/** Gives files that were received the names of a letter, besides those that it has. */
const nameFiles = (
  folder: string,
  before: readonly string[],
  sent: readonly string[],
  receivedAt: (nth: number) => string,
): string[] => {
  const names = [...before];
  for (const [nth, name] of sent.entries()) {
    const free = freeName(name, names);
    renameSync(receivedAt(nth), join(folder, 'files', free));
    names.push(free);
  }
  return names;
};

/** Keeps a letter that is sent; it counts once all of it is on the disk, and nothing is left of one that is not. */
export const keepLetterUpload = async (
  data: string,
  said: Pick<LetterUpload, 'member' | 'at'>,
  receive: ReceiveFiles,
): Promise<LetterUpload> => {
  const id = randomUUID();
  const folder = letterFolder(data, id);
  for (const name of ['files', 'answers', 'reading'])
    mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
  const receivedAt = (nth: number): string => join(folder, `.received-${nth}`);
  try {
    const sent = await receive(receivedAt);
    const upload = { ...said, id, files: nameFiles(folder, [], sent, receivedAt) };
    saveMeta(data, upload);
    return upload;
  } catch (error) {
    removeLetterUpload(data, id);
    throw error;
  }
};

/** Has a letter read anew. */
export const readAnew = (data: string, id: string): void => {
  rmSync(readingFolder(data, id), { recursive: true, force: true });
  mkdirSync(readingFolder(data, id), { mode: 0o700 });
};

/**
 * Adds files to a letter, such as its covering letter: all are then read together. False where the letter was deleted while they
 * came.
 */
export const addToLetter = async (
  data: string,
  id: string,
  receive: ReceiveFiles,
): Promise<boolean> => {
  const folder = letterFolder(data, id);
  const mark = randomUUID();
  const receivedAt = (nth: number): string => join(folder, `.received-${mark}-${nth}`);
  const removeReceived = (): void => {
    const left = existsSync(folder) ? readdirSync(folder) : [];
    for (const name of left)
      if (name.startsWith(`.received-${mark}-`)) rmSync(join(folder, name), { force: true });
  };
  try {
    const sent = await receive(receivedAt);
    // Others may have added files meanwhile.
    const upload = readLetterUpload(data, id);
    if (upload === null) return false;
    saveMeta(data, { ...upload, files: nameFiles(folder, upload.files, sent, receivedAt) });
    readAnew(data, id);
    return true;
  } finally {
    removeReceived();
  }
};

/** What is known of an attachment as it will be published. */
export interface FileFacts {
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

const attachmentPath = (data: string, id: string, name: string): string =>
  join(letterFolder(data, id), 'answers', name);
const factsPath = (data: string, id: string, name: string): string =>
  attachmentPath(data, id, `.${name}.json`);

/** Keeps what is known of an attachment. */
export const keepFacts = (data: string, id: string, name: string, facts: FileFacts): void =>
  replaceFile(factsPath(data, id, name), JSON.stringify(facts));

/** What is known of an attachment that was kept. */
export const readFacts = (data: string, id: string, name: string): FileFacts =>
  JSON.parse(readFileSync(factsPath(data, id, name), 'utf8')) as FileFacts;

/** Deletes an attachment that may not be published. */
export const removeAttachment = (data: string, id: string, name: string): void =>
  rmSync(attachmentPath(data, id, name), { force: true });

/** Keeps an attachment beside the answers, and gives the name that it has there. */
export const keepAttachment = (data: string, id: string, { name, bytes }: SentFile): string => {
  const folder = join(letterFolder(data, id), 'answers');
  const free = freeName(name, readdirSync(folder));
  writeSaved(join(folder, free), bytes, 'wx');
  return free;
};

/** The text of the answers of a letter, '' where nobody gave any, and a mark by which two texts are distinguished. */
export const readAnswersText = (
  data: string,
  id: string,
): { readonly text: string; readonly mark: string } => {
  const path = answersPath(data, id);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return { text, mark: createHash('sha256').update(text).digest('hex').slice(0, 16) };
};

/** Keeps the answers of a letter, whole or not at all. */
export const writeAnswersText = (data: string, id: string, text: string): void =>
  replaceFile(answersPath(data, id), text);
