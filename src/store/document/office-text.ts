import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';

/** Bytes of one part, unpacked: a table of a hundred thousand rows, far below what fills the memory. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Elements that end a line: paragraphs, entries of the list of texts and cells, in OOXML and OpenDocument. */
const LINES = /^(?:[a-z]+:)?(?:p|h|si|c|comment|table-cell)$/;

const textOf = (xml: string): string => {
  let text = '';
  const parser = new Parser(
    {
      ontext: (part) => {
        text += part;
      },
      onclosetag: (name) => {
        if (LINES.test(name)) text += '\n';
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return text;
};

/**
 * All text within a document of Word, Excel, PowerPoint or OpenDocument: headers, comments, hidden sheets and what the file
 * says of its author as well as what is read. Throws where it is no such file, or too large to be unpacked.
 */
export const officeText = (bytes: Uint8Array): string => {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!name.endsWith('.xml')) return false;
      if (originalSize <= MOST_BYTES) return true;
      throw new RangeError(`${name} has ${Math.round(originalSize / 1024 / 1024)} MB unpacked`);
    },
  });
  return Object.values(parts)
    .map((part) => textOf(strFromU8(part)))
    .join('\n');
};
