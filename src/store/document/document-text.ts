import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Problem, ProblemError } from '#core/problem.ts';
import { compoundContent } from './compound-file.ts';
import { decodeText } from './decode-text.ts';
import { DocumentProblem } from './document-problem.ts';
import { docxText } from './docx-text.ts';
import { officeText } from './office-text.ts';
import { PdfError, pdfText } from './pdf-text.ts';

/** A document as text, and what an editor should know of how it was read, a sentence each. */
export interface DocumentText {
  readonly text: string;
  readonly notes: readonly string[];
}

const MOST_BYTES = 64 * 1024 * 1024;

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

const readPdf = async (bytes: Uint8Array, file: string): Promise<string> => {
  try {
    return await pdfText(bytes);
  } catch (error) {
    const locked = error instanceof PdfError && error.isLocked;
    return refuse(file, {
      what: locked ? 'the PDF is locked with a password' : 'the PDF cannot be opened',
      why: (error as Error).message,
      mend: locked
        ? 'Save a copy without the password and give that.'
        : 'Download or scan it again; the file may have been cut short.',
    });
  }
};

const readDocx = (bytes: Uint8Array, file: string): DocumentText => {
  try {
    return docxText(bytes);
  } catch (error) {
    if (error instanceof DocumentProblem) return refuse(file, error.problem);
    return refuse(file, {
      what: 'the Word document cannot be opened',
      why: (error as Error).message,
      mend: 'Open it in Word or LibreOffice and save it as .docx again.',
    });
  }
};

const LOCKED = {
  what: 'the document is locked with a password',
  why: 'It is encrypted, so nothing of it can be read or checked.',
  mend: 'Save a copy without the password and give that.',
};

const refuseCompound = (bytes: Uint8Array, file: string): never => {
  const content = compoundContent(bytes);
  if (content === 'locked') return refuse(file, LOCKED);
  return refuse(file, {
    what:
      content === 'excel'
        ? 'it is an old Excel workbook (.xls)'
        : 'it is an old Word document (.doc)',
    mend:
      content === 'excel'
        ? 'Open it in Excel or LibreOffice and save the letter as a PDF.'
        : 'Open it in Word or LibreOffice and save it as .docx.',
  });
};

const readBytes = async (path: string, file: string): Promise<Uint8Array> => {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) {
      refuse(file, {
        what: `the file has ${Math.round(size / 1024 / 1024)} MB`,
        why: 'Files of more than 64 MB are not read; no letter has that much text.',
        mend: 'Give the text or a smaller copy.',
      });
    }
    return await readFile(path);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    return refuse(file, {
      what: 'the file cannot be read',
      why: (error as Error).message,
      mend: 'Check its name and whether you may read it.',
    });
  }
};

/**
 * The text of a document, told by its content and not its name: PDF with a text layer, DOCX, or plain text in any
 * usual encoding. Rejects with a ProblemError for all else; `file` names it there.
 */
export const documentText = async (path: string, file: string): Promise<DocumentText> => {
  const bytes = await readBytes(path, file);
  if (startsWith(bytes, '%PDF-')) return { text: await readPdf(bytes, file), notes: [] };
  if (startsWith(bytes, 'PK\u0003\u0004')) return readDocx(bytes, file);
  if (isPicture(bytes)) {
    refuse(file, {
      what: 'it is a picture',
      why: 'Only text can be read here.',
      mend: 'Read it with a Thai text recogniser (OCR) and give the text.',
    });
  }
  if (startsWith(bytes, COMPOUND)) return refuseCompound(bytes, file);
  if (startsWith(bytes, '{\\rtf')) {
    refuse(file, {
      what: 'it is a document in Rich Text Format (.rtf)',
      mend: 'Open it in Word or LibreOffice and save it as .docx.',
    });
  }
  const decoded = decodeText(bytes);
  return {
    text:
      decoded?.text ??
      refuse(file, {
        what: `it is no text in a known encoding (${extname(path) || 'no ending'})`,
        why: 'Text is read in UTF-8, UTF-16 and Windows-874 (TIS-620).',
        mend: 'Save it as UTF-8 text, DOCX, or a PDF with a text layer.',
      }),
    notes: [],
  };
};

/**
 * All text that can be found within a PDF or an office document (OOXML, OpenDocument), told by its content; null for a file
 * of another kind. Rejects with a ProblemError where it is one and cannot be opened; `file` names it there.
 */
export const textWithin = async (bytes: Uint8Array, file: string): Promise<string | null> => {
  if (startsWith(bytes, '%PDF-')) return readPdf(bytes, file);
  if (startsWith(bytes, COMPOUND) && compoundContent(bytes) === 'locked') {
    return refuse(file, LOCKED);
  }
  if (!startsWith(bytes, 'PK\u0003\u0004')) return null;
  try {
    return officeText(bytes);
  } catch (error) {
    if (error instanceof DocumentProblem) return refuse(file, error.problem);
    return refuse(file, {
      what: 'the document cannot be opened',
      why: (error as Error).message,
      mend: 'Open it in Word, Excel or LibreOffice and save it again.',
    });
  }
};
