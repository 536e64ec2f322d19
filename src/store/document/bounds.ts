const MEBIBYTE = 1024 * 1024;

/**
 * What a file from elsewhere may take to be read; docs/reading-documents.md states the same figures, and a test compares
 * the two. Counts are kept while reading, as what a file says of its own size may be anything. Together they keep the process
 * below 1 GiB of memory.
 */
export const BOUNDS = {
  /** Bytes of a file as it lies on the disk. */
  fileBytes: 64 * MEBIBYTE,
  /** Entries of a zip. There is none for how well they are packed: rows of a real table are packed a hundredfold. */
  zipEntries: 10_000,
  /** Bytes of all parts of a Word document that are read, unpacked: its tree stays in memory. */
  wordBytes: 32 * MEBIBYTE,
  /** Elements of all parts of a Word document: more than those of 1,000 pages. */
  wordElements: 800_000,
  /** Bytes of one part of an attached office document and of all of them, unpacked; these are read piece by piece. */
  partBytes: 128 * MEBIBYTE,
  officeBytes: 256 * MEBIBYTE,
  /** Elements of one part of an attached office document or workbook. */
  partElements: 10_000_000,
  /** Elements within elements, of all kinds of XML and HTML. */
  depth: 600,
  /** Attributes of an element. */
  attributes: 1_000,
  /** Characters that a Word document is read to, with the cells of its rows: lists and notes repeat, and rows are joined. */
  wordCharacters: 20_000_000,
  /** Styles that are based on one another. */
  styleChain: 100,
  /** Characters of the text of a letter's file, of one line of it, and of the text within an attached document. */
  letterText: 1_000_000,
  lineText: 100_000,
  attachedText: 32_000_000,
  /** Pages of a PDF, points of a side of a page (5 m, ISO 32000-1 Annex C), and characters on a page. */
  pages: 5_000,
  pageSide: 14_400,
  pageCharacters: 500_000,
  /** Bytes of memory for PDFium. */
  pdfMemory: 512 * MEBIBYTE,
  /** Seconds to read one file. */
  seconds: 60,
} as const;

/** Bounds by name, in the units of {@link BOUNDS}; tests pass smaller ones. */
export type Bounds = { readonly [Name in keyof typeof BOUNDS]: number };
