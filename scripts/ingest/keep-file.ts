import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { LetterFile } from '#core/letter/letter-file.ts';
import { findPersonalData } from '#core/letter/personal-data.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { DocumentProblem } from '#store/document/document-problem.ts';
import { checkFileSize, textWithin } from '#store/document/document-text.ts';
import { isPdf, letterFileContent } from '#store/document/letter-file-content.ts';
import { cleanFile } from '#store/document/metadata/clean-file.ts';
import { metadataOf } from '#store/document/metadata/metadata-of.ts';
import { readBytes, readBytesNow } from '#store/files/read-file.ts';
import type { Input } from './inputs.ts';
import type { PlannedCircular } from './plan.ts';
import type { IngestReading } from './read.ts';
import { refuseSecret } from './refuse-secret.ts';
import { blackedOut, firstInput, pdfOfScan, seenOnSheets } from './scan-file.ts';

/** A PDF that becomes the letter's own file. */
export interface KeptFile {
  /** As the user named it. */
  readonly source: string;
  readonly bytes: Uint8Array;
  readonly letterFile: LetterFile & { readonly file: string };
  /** Pages (from 1) without a text layer. */
  readonly unread: readonly number[];
  /** Properties of its metadata that were taken out. */
  readonly takenOut: readonly string[];
  /** Of a scan, how many places were blacked out as personal data; null of any other file. */
  readonly blackedOut: number | null;
}

type Said = Omit<Problem, 'file'>;

const refuse = (file: string, said: Said): never => {
  throw new ProblemError([{ file, ...said }]);
};

const NO_PDF: Said = {
  what: 'it is no PDF, so it is not kept as the file of the letter',
  why: "The letter's own file is shown page by page.",
  fix: 'Scan the letter or save it as a PDF, and give that with --letter-file.',
};

/** The file without what its metadata says of who made it; refused where that cannot be had. */
const withoutMetadata = async (bytes: Uint8Array, file: string): Promise<Uint8Array> => {
  try {
    return await cleanFile(bytes, file);
  } catch (error) {
    if (!(error instanceof DocumentProblem)) throw error;
    return refuse(file, error.problem);
  }
};

const publishableFile = async (path: string, file: string, keepMetadata: boolean) => {
  checkFileSize((await stat(path)).size, file);
  const original = new Uint8Array(await readBytes(path));
  if (!isPdf(original)) return refuse(file, NO_PDF);
  return publishablePdf(original, file, keepMetadata);
};

/** A PDF that may be published: one that has no class of secrecy and holds no personal data. */
const publishablePdf = async (original: Uint8Array, file: string, keepMetadata: boolean) => {
  const bytes = keepMetadata ? original : await withoutMetadata(original, file);
  const text = (await textWithin(bytes, file)) ?? '';
  const { sheets, unread } = await letterFileContent(bytes);
  const { naming, parts } = await metadataOf(bytes, file);
  refuseSecret(file, text, parts);
  const texts = [text, ...parts.map((part) => part.text)];
  const found = new Set(texts.flatMap(findPersonalData).map(({ kind }) => kind));
  if (found.size > 0) {
    return refuse(file, {
      what: `personal data stands within it (${[...found].join(', ')}), so it is not kept as the file of the letter`,
      why: 'Personal data is never published nor kept in the repository, whoever it belongs to.',
      fix: 'Black it out in the file, so that no text lies below, and give that with --letter-file.',
    });
  }
  const before = bytes === original ? [] : (await metadataOf(original, file)).naming;
  const takenOut = before.map(({ property }) => property);
  return { bytes, sheets, unread, takenOut, keepsMetadata: naming.length > 0 };
};

/** A name that nothing in the folder of the circular has, or that an ingest that was ended early gave to this very file. */
const freeName = (folder: string, bytes: Uint8Array): string => {
  for (let nth = 1; ; nth += 1) {
    const name = nth === 1 ? 'letter.pdf' : `letter-${nth}.pdf`;
    const path = join(folder, name);
    if (!existsSync(path) || readBytesNow(path).equals(bytes)) return name;
  }
};

const folderOf = (plan: PlannedCircular): string =>
  `content/circulars/${plan.kind === 'known' ? plan.existing.id : `${plan.draft.year}/${plan.draft.id}`}`;

/** The file in which the original letter of a circular was read, which must hold no letter of another circular. */
const ownInput = (
  { draft }: PlannedCircular,
  { files }: IngestReading,
  inputs: readonly Input[],
): Input => {
  const name = files[draft.letters[0] as number] as string;
  const others = files.flatMap((file, at) =>
    file === name && !draft.letters.includes(at) ? [at] : [],
  );
  if (others.length > 0) {
    return refuse(name, {
      what: 'it holds letters of more than one circular, so it is not kept as the file of any',
      fix: 'Give a PDF of each letter by itself.',
    });
  }
  return inputs.find((input) => input.name === name) as Input;
};

/** What is asked for: to keep the file that was read, or another one, such as the scan of a letter that was given as text. */
export interface KeepAsked {
  readonly keepFile: boolean;
  readonly letterFile: string | undefined;
  /** Whether its metadata stays, though it names somebody. */
  readonly keepMetadata: boolean;
}

const inputOf = (
  plan: PlannedCircular,
  { letterFile }: KeepAsked,
  reading: IngestReading,
  inputs: readonly Input[],
  cwd: string,
): Input =>
  letterFile === undefined
    ? ownInput(plan, reading, inputs)
    : { path: resolve(cwd, letterFile), name: letterFile };

const existingFile = (plan: PlannedCircular): Partial<LetterFile> | undefined =>
  plan.kind === 'known'
    ? (plan.existing.frontMatter.letterFile as LetterFile | undefined)
    : undefined;

/**
 * The file to keep for a planned circular; null where none was asked for, or where the circular has this very file. Rejects
 * with a ProblemError where it may not be kept; nothing is written.
 */
export const planKeptFile = async (
  plan: PlannedCircular,
  asked: KeepAsked,
  reading: IngestReading,
  inputs: readonly Input[],
  cwd: string,
): Promise<KeptFile | null> => {
  if (!asked.keepFile && asked.letterFile === undefined) return null;
  const scan = asked.keepFile ? (reading.scans[plan.draft.letters[0] as number] ?? null) : null;
  const { path, name } =
    scan === null ? inputOf(plan, asked, reading, inputs, cwd) : firstInput(scan);
  const { bytes, sheets, unread, takenOut, keepsMetadata } =
    scan === null
      ? await publishableFile(path, name, asked.keepMetadata)
      : await publishablePdf(await pdfOfScan(scan), name, false);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const existing = existingFile(plan);
  if (existing?.sha256 === sha256) return null;
  const folder = folderOf(plan);
  if (existing !== undefined) {
    return refuse(name, {
      what: `${folder} has another file of the letter already (${existing.file ?? 'withdrawn'})`,
      fix: 'Withdraw or replace it by hand, as docs/letter-file.md says.',
    });
  }
  const file = freeName(join(cwd, folder), bytes);
  return {
    source: name,
    bytes,
    letterFile: {
      file,
      size: bytes.length,
      sha256,
      sheets,
      ...(scan === null ? {} : { seen: seenOnSheets(scan) }),
      ...(keepsMetadata ? { keepMetadata: true } : {}),
    },
    unread,
    takenOut,
    blackedOut: scan === null ? null : blackedOut(scan),
  };
};

const unreadNote = (unread: readonly number[], pages: string, blackened: number | null): string =>
  blackened === null
    ? `  note: ${unread.length} of ${pages} without a text layer: not searched for personal data and marks of secrecy; look at each yourself`
    : `  note: personal data was blacked out in ${blackened} ${blackened === 1 ? 'place' : 'places'}, where it was read; look at each page yourself, as what was misread is still there`;

/** What will be kept, line by line. */
export const keptLines = (kept: KeptFile): string[] => {
  const { source, letterFile, unread, takenOut } = kept;
  const { file, size = 0, sheets = 0 } = letterFile;
  const pages = `${sheets} ${sheets === 1 ? 'page' : 'pages'}`;
  return [
    `  file of the letter: ${source} -> ${file} (${pages}, ${Math.ceil(size / 1000)} kB)`,
    ...(takenOut.length === 0 ? [] : [`  metadata taken out: ${takenOut.join(', ')}`]),
    ...(unread.length === 0 ? [] : [unreadNote(unread, pages, kept.blackedOut)]),
  ];
};

/** The front matter of a draft with the letter's own file, before what comes with it. */
export const withLetterFile = (
  frontMatter: Readonly<Record<string, unknown>>,
  letterFile: LetterFile,
): Record<string, unknown> => {
  const entries = Object.entries(frontMatter);
  const at = entries.findIndex(([name]) => name === 'attachments');
  return Object.fromEntries(
    entries.toSpliced(at < 0 ? entries.length : at, 0, ['letterFile', letterFile]),
  );
};
