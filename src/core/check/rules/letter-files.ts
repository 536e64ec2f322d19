import { type ContentRecord, problemAt, type Rule } from '../content.ts';

/** Path of the letter's own file of a circular, relative to the project; null where it has none. */
export const letterFilePath = ({ folder, fields }: ContentRecord): string | null =>
  folder === null || fields.letterFile?.file === undefined
    ? null
    : `${folder}/${fields.letterFile.file}`;

const otherSheets = (record: ContentRecord, sheets: number) =>
  problemAt(record.source, ['letterFile', 'sheets'], {
    what: `the file has ${sheets} ${sheets === 1 ? 'page' : 'pages'}, not ${record.fields.letterFile?.sheets}`,
    why: 'The portal shows each page of the letter, and how many there are.',
    fix: `Put back the right file, or write "sheets: ${sheets}" if this one is right.`,
  });

const noPdf = (record: ContentRecord) =>
  problemAt(record.source, ['letterFile', 'file'], {
    what: 'the file is no PDF, whatever its name says',
    why: "The letter's own file is shown page by page.",
    fix: 'Save or scan the letter as a PDF.',
  });

/** The letter's own file is a PDF with as many pages as written. */
export const letterFiles: Rule = function* ({ records, files }) {
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const record of records) {
    const path = letterFilePath(record);
    const file = path === null ? undefined : byPath.get(path);
    // That it is missing is reported with the attachments, and that it cannot be opened where it is read.
    if (file === undefined || file.isUnreadable) continue;
    if (file.letter === undefined) {
      yield noPdf(record);
      continue;
    }
    const { sheets } = file.letter;
    if (record.fields.letterFile?.sheets !== sheets) yield otherSheets(record, sheets);
  }
};
