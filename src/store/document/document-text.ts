import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { englishAnnexFrom } from '#core/letter/reading/english-annex.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { readSteady } from '#store/files/steady-file.ts';
import { BOUNDS, type Bounds } from './bounds.ts';
import { compoundContent } from './compound-file.ts';
import { withinTime } from './deadline.ts';
import { decodeText } from './decode-text.ts';
import { DocumentProblem } from './document-problem.ts';
import { docxText } from './docx-text.ts';
import { filesUnread, filesWithin } from './files-within.ts';
import { officeText } from './office-text.ts';
import { otherFormat } from './other-format.ts';
import { joinPages, PdfError, pdfFileCount, pdfPageTexts } from './pdf-text.ts';
import { withCommas } from './xml-meter.ts';

/** A document as text, and what an editor should know of how it was read, a sentence each. */
export interface DocumentText {
  readonly text: string;
  readonly notes: readonly string[];
}

/** Endings of files that may hold a letter; a folder is searched for these. */
export const DOCUMENT_ENDINGS: readonly string[] = ['.txt', '.md', '.markdown', '.pdf', '.docx'];

const refuse = (file: string, problem: Omit<Problem, 'file'>): never => {
  throw new ProblemError([{ file, ...problem }]);
};

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  text === String.fromCharCode(...bytes.subarray(0, text.length));

const isPicture = (bytes: Uint8Array): boolean =>
  startsWith(bytes, '\u0089PNG') ||
  startsWith(bytes, '\u00FF\u00D8\u00FF') ||
  startsWith(bytes, 'II*\0') ||
  startsWith(bytes, 'MM\0*') ||
  startsWith(bytes, 'GIF8');

/** Header of the compound file in which Office kept documents before 2007, and keeps encrypted ones. */
const COMPOUND = '\u00D0\u00CF\u0011\u00E0';

/** What is said of a PDF that could not be opened, by the error that its reading ended with. */
export const pdfProblem = (error: unknown): Omit<Problem, 'file'> => {
  if (error instanceof DocumentProblem) return error.problem;
  const locked = error instanceof PdfError && error.isLocked;
  return {
    what: locked ? 'the PDF is locked with a password' : 'the PDF cannot be opened',
    why: (error as Error).message,
    fix: locked
      ? 'Save a copy without the password and give that.'
      : 'Download or scan it again; the file may have been cut short.',
  };
};

const readPdf = async (bytes: Uint8Array, file: string, bounds: Bounds): Promise<string[]> => {
  try {
    return await pdfPageTexts(bytes, bounds);
  } catch (error) {
    return refuse(file, pdfProblem(error));
  }
};

/** The note that the last pages are not read; none where there are none. */
const pagesUnread = (from: number, to: number): string[] => {
  if (from > to) return [];
  return [
    from === to
      ? `page ${from}, the last one, is in English and is not read`
      : `pages ${from} to ${to} are in English and are not read`,
  ];
};

/** Bytes before which a PDF begins, as all programs that show one allow: a download may leave its own head before it. */
const HEAD = 1024;

/** Where the PDF begins in these bytes; -1 where none does. */
const pdfStart = (bytes: Uint8Array): number =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD, bytes.length)).indexOf('%PDF-');

/** The text of a PDF, which a portfolio has in the files that lie within it alone. */
const readPdfLetter = async (
  bytes: Uint8Array,
  file: string,
  bounds: Bounds,
): Promise<DocumentText> => {
  const pages = await readPdf(bytes, file, bounds);
  // It would keep the letter before it from being read.
  const annex = englishAnnexFrom(pages);
  const text = joinPages(pages.slice(0, annex));
  const count = await pdfFileCount(bytes, bounds);
  if (count > 0 && !/[ก-ฮ]/.test(text)) {
    refuse(file, {
      what: `its own pages have no Thai text, and ${filesWithin(count)}`,
      why: 'It is a portfolio, or the cover of what lies within it; only pages are read.',
      fix: 'Save the files that lie within it, and give the letter among them.',
    });
  }
  return { text, notes: [...pagesUnread(annex + 1, pages.length), ...filesUnread(count)] };
};

const readDocx = (bytes: Uint8Array, file: string, bounds: Bounds): DocumentText => {
  try {
    return withinTime(() => docxText(bytes, bounds), bounds.seconds);
  } catch (error) {
    if (error instanceof DocumentProblem) return refuse(file, error.problem);
    return refuse(file, {
      what: 'the Word document cannot be opened',
      why: (error as Error).message,
      fix: 'Open it in Word or LibreOffice and save it as .docx again.',
    });
  }
};

const LOCKED = {
  what: 'the document is locked with a password',
  why: 'It is encrypted, so nothing of it can be read or checked.',
  fix: 'Save a copy without the password and give that.',
};

const refuseCompound = (bytes: Uint8Array, file: string): never => {
  const content = compoundContent(bytes);
  if (content === 'locked') return refuse(file, LOCKED);
  return refuse(file, {
    what:
      content === 'excel'
        ? 'it is an old Excel workbook (.xls)'
        : 'it is an old Word document (.doc)',
    fix:
      content === 'excel'
        ? 'Open it in Excel or LibreOffice and save the letter as a PDF.'
        : 'Open it in Word or LibreOffice and save it as .docx.',
  });
};

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

/** Refuses a file of so many bytes that it is not to be read; `file` names it. */
export const checkFileSize = (size: number, file: string, { fileBytes }: Bounds = BOUNDS): void => {
  if (size <= fileBytes) return;
  refuse(file, {
    what: `the file has ${megabytes(size)} MB, more than ${megabytes(fileBytes)}`,
    why: 'No letter has that much text, and no other document that is to be read.',
    fix: 'Give the text, or a copy with smaller pictures.',
  });
};

const readBytes = async (path: string, file: string, bounds: Bounds): Promise<Uint8Array> => {
  try {
    const found = await stat(path);
    if (!found.isFile()) {
      return refuse(file, {
        what: found.isDirectory() ? 'it is a folder' : 'it is no file but a device or a pipe',
        fix: 'Give the path of a file.',
      });
    }
    checkFileSize(found.size, file, bounds);
    return await readSteady(path, file);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    return refuse(file, {
      what: 'the file cannot be read',
      why: (error as Error).message,
      fix: 'Check its name and whether you may read it.',
    });
  }
};

/** The first line (from 1) that is longer than `most`; null where none is. */
const longLine = (text: string, most: number): { line: number; length: number } | null => {
  for (let start = 0, line = 1; start <= text.length; line++) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end - start > most) return { line, length: end - start };
    start = end + 1;
  }
  return null;
};

/** Refuses a text that is longer than letters are, before it is read line by line. */
const checkText = (text: string, file: string, { letterText, lineText }: Bounds): string => {
  if (text.length > letterText) {
    refuse(file, {
      what: `it has ${withCommas(text.length)} characters of text, more than ${withCommas(letterText)}`,
      why: 'That is some hundred pages; letters are read one, or one chain, at a time.',
      fix: 'Split it into files of some letters each.',
    });
  }
  const long = longLine(text, lineText);
  if (long) {
    refuse(file, {
      line: long.line,
      what: `the line has ${withCommas(long.length)} characters, more than ${withCommas(lineText)}`,
      why: 'A letter is read line by line, and no line or paragraph of one is as long.',
      fix: 'Save it with its line breaks, and give that.',
    });
  }
  return text;
};

const readText = (bytes: Uint8Array, path: string, file: string): string =>
  decodeText(bytes)?.text ??
  refuse(file, {
    what: `it is no text in a known encoding (${extname(path) || 'no ending'})`,
    why: 'Text is read in UTF-8, UTF-16 and Windows-874 (TIS-620).',
    fix: 'Save it as UTF-8 text, DOCX, or a PDF with a text layer.',
  });

const readLetter = async (path: string, file: string, bounds: Bounds): Promise<DocumentText> => {
  const bytes = await readBytes(path, file, bounds);
  if (startsWith(bytes, '%PDF-')) return readPdfLetter(bytes, file, bounds);
  if (startsWith(bytes, 'PK\u0003\u0004')) return readDocx(bytes, file, bounds);
  if (isPicture(bytes)) {
    refuse(file, {
      what: 'it is a picture',
      why: 'Only text can be read here.',
      fix: 'Read it with a Thai text recogniser (OCR) and give the text.',
    });
  }
  if (startsWith(bytes, COMPOUND)) return refuseCompound(bytes, file);
  if (startsWith(bytes, '{\\rtf')) {
    refuse(file, {
      what: 'it is a document in Rich Text Format (.rtf)',
      fix: 'Open it in Word or LibreOffice and save it as .docx.',
    });
  }
  const start = pdfStart(bytes);
  if (start > 0) return readPdfLetter(bytes.subarray(start), file, bounds);
  const text = readText(bytes, path, file);
  const other = otherFormat(text);
  return other ? refuse(file, other) : { text, notes: [] };
};

/**
 * The text of a document, recognised by its content and not its name: PDF with a text layer, DOCX, or plain text in any
 * usual encoding. Rejects with a ProblemError for all else, and for what is larger than {@link BOUNDS}; `file` names it
 * there.
 */
export const documentText = async (
  path: string,
  file: string,
  bounds: Bounds = BOUNDS,
): Promise<DocumentText> => {
  const { text, notes } = await readLetter(path, file, bounds);
  return { text: checkText(text, file, bounds), notes };
};

/**
 * All text that can be found within a PDF or an office document (OOXML, OpenDocument), recognised by its content; null for a file
 * of another kind. Rejects with a ProblemError where it is one and cannot be opened, or is larger than {@link BOUNDS};
 * `file` names it there.
 */
export const textWithin = async (
  bytes: Uint8Array,
  file: string,
  bounds: Bounds = BOUNDS,
): Promise<string | null> => {
  const isPdf = startsWith(bytes, '%PDF-');
  const isZip = startsWith(bytes, 'PK\u0003\u0004');
  if (isPdf || isZip) checkFileSize(bytes.length, file, bounds);
  if (isPdf) return joinPages(await readPdf(bytes, file, bounds));
  if (startsWith(bytes, COMPOUND) && compoundContent(bytes) === 'locked') {
    return refuse(file, LOCKED);
  }
  if (!isZip) return null;
  try {
    return withinTime(() => officeText(bytes, bounds), bounds.seconds);
  } catch (error) {
    if (error instanceof DocumentProblem) return refuse(file, error.problem);
    return refuse(file, {
      what: 'the document cannot be opened',
      why: (error as Error).message,
      fix: 'Open it in Word, Excel or LibreOffice and save it again.',
    });
  }
};
