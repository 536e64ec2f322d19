import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ProblemError } from '#core/problem.ts';
import { fileVersion, readSteady } from '#store/files/steady-file.ts';
import { csvRows } from './csv-sheet.ts';
import { openHtml } from './html-tables.ts';
import { fileFault, type RegisterFile, SAVE_AGAIN } from './register-file.ts';
import { encodingOf, sampleOf } from './sample.ts';
import { openOds } from './workbook/ods.ts';
import { openXlsx } from './workbook/xlsx.ts';
import { MOST_FILE_BYTES, openZip } from './workbook/zip-parts.ts';

const GIVE = 'Give a register as CSV, XLSX, ODS or HTML.';

const openZipped = async (path: string, file: string, size: number): Promise<RegisterFile> => {
  if (size > MOST_FILE_BYTES) {
    throw fileFault(
      file,
      `the workbook has ${Math.round(size / 1e6)} MB, more than ${MOST_FILE_BYTES / 1e6}`,
      'Save it as CSV, which is read row by row at any size, and import that.',
    );
  }
  const parts = openZip(await readSteady(path, file), file);
  if (parts.names.has('xl/workbook.xml')) return openXlsx(parts, file);
  if (parts.names.has('xl/workbook.bin'))
    throw fileFault(file, 'it is a workbook of the binary XLSB format', SAVE_AGAIN);
  if (parts.names.has('content.xml')) return openOds(parts, file);
  const what = parts.names.has('word/document.xml')
    ? 'it is a document of Word, no workbook'
    : 'it is a packed file, and no workbook';
  throw fileFault(file, what, SAVE_AGAIN);
};

/** First bytes of JPEG, PNG, GIF, TIFF, BMP, WebP and HEIC, as hexadecimal digits. */
const PICTURE =
  /^(?:ffd8ff|89504e47|47494638|49492a00|4d4d002a|424d.{8}0{8}|52494646.{8}57454250|.{8}66747970(?:686569|686576|6d6966))/;

/** What a file is that is neither packed nor a table of text, by its first bytes; null where it may be CSV. */
const refusalOf = (sample: Buffer, text: string, file: string): ProblemError | null => {
  if (sample.readUInt16BE(0) === 0xd0cf) {
    const isLocked = sample.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    return isLocked
      ? fileFault(file, 'the workbook is protected by a password', SAVE_AGAIN)
      : fileFault(
          file,
          'it is a workbook of the old XLS format, or one with a password',
          SAVE_AGAIN,
        );
  }
  if (PICTURE.test(sample.toString('hex', 0, 16)))
    return fileFault(
      file,
      'it is a picture, no table',
      'Type its entries into a spreadsheet, or record them one by one.',
    );
  if (text.startsWith('%PDF')) return fileFault(file, 'it is a PDF, no table', GIVE);
  if (/^MIME-Version:/i.test(text))
    return fileFault(file, 'it is a web page in one file (MHTML)', SAVE_AGAIN);
  if (
    /<(?:\w+:)?Workbook[\s>]/.test(text) &&
    text.includes('urn:schemas-microsoft-com:office:spreadsheet')
  )
    return fileFault(file, 'it is a workbook of the XML format of Excel 2003', SAVE_AGAIN);
  if (text.includes('\0')) return fileFault(file, 'it holds no text, and so no table', SAVE_AGAIN);
  // What Windows writes for each letter that the chosen encoding has no place for.
  if (!/[ก-\u0e4e]/.test(text) && /\?{4}/.test(text))
    return fileFault(
      file,
      'its Thai letters were lost when it was saved: question marks stand in their place',
      'Save it again from the spreadsheet as "CSV UTF-8", and import that.',
    );
  if (text.startsWith('<?xml') && !/<html/i.test(text))
    return fileFault(file, 'it is an XML file, and no workbook', SAVE_AGAIN);
  return null;
};

const isHtml = (text: string): boolean =>
  text.startsWith('<') && /<(?:html|table|body|head|meta|style|div|!doctype html)[\s>]/i.test(text);

/**
 * Opens a register: CSV (UTF-8, UTF-16 or Windows-874; comma, semicolon or tab), a workbook (XLSX, ODS) with all its
 * sheets, or a web page with its tables, whatever the file is called. Anything else is refused by what it is.
 */
export const openRegister = async (path: string, file: string): Promise<RegisterFile> => {
  let found: Stats;
  try {
    found = await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw fileFault(file, 'there is no such file', GIVE);
  }
  const { size } = found;
  const version = await fileVersion(path);
  if (found.isDirectory()) throw fileFault(file, 'it is a folder', GIVE);
  if (!found.isFile()) throw fileFault(file, 'it is no file but a device or a pipe', GIVE);
  const sample = await sampleOf(path);
  if (sample.length < 2)
    throw fileFault(file, 'the file is empty', 'Export it again, with its headings.');
  if (sample[0] === 0x50 && sample[1] === 0x4b) return openZipped(path, file, size);
  const isCut = size > sample.length;
  const text = new TextDecoder(encodingOf(sample, isCut))
    .decode(sample.subarray(0, 65_536))
    .trimStart();
  const refusal = refusalOf(sample, text, file);
  if (refusal) throw refusal;
  if (isHtml(text)) return openHtml(await readSteady(path, file), file);
  return {
    sheets: [{ name: null, rows: csvRows({ path, file, sample, size, version }) }],
    skipped: [],
  };
};
