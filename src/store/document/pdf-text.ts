import { getDocumentProxy } from 'unpdf';

interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const piecesOf = (items: readonly unknown[]): Piece[] =>
  items.flatMap((item) => {
    const { str, transform, width, height } = item as {
      str?: string;
      transform?: number[];
      width?: number;
      height?: number;
    };
    if (!str || !transform) return [];
    return [
      {
        text: str,
        x: transform[4] ?? 0,
        y: transform[5] ?? 0,
        width: width ?? 0,
        height: height || Math.abs(transform[3] ?? 10),
      },
    ];
  });

/** Pieces on one height are one line, read from the left; a gap wider than a letter is a space. */
const lineOf = (pieces: readonly Piece[]): string =>
  [...pieces]
    .sort((a, b) => a.x - b.x)
    .reduce<{ text: string; end: number }>(
      (line, piece) => {
        const gap = piece.x - line.end;
        const space = line.text !== '' && gap > piece.height * 0.25 && !/\s$/.test(line.text);
        return { text: line.text + (space ? ' ' : '') + piece.text, end: piece.x + piece.width };
      },
      { text: '', end: 0 },
    )
    .text.trimEnd();

const linesOf = (pieces: readonly Piece[]): string[] => {
  const lines: Piece[][] = [];
  for (const piece of pieces) {
    const line = lines.findLast(
      ([first]) => first && Math.abs(first.y - piece.y) < piece.height * 0.5,
    );
    if (line && lines.length - lines.indexOf(line) < 4) line.push(piece);
    else lines.push([piece]);
  }
  return lines
    .sort((a, b) => (b[0]?.y ?? 0) - (a[0]?.y ?? 0))
    .map(lineOf)
    .filter((line) => line.trim() !== '');
};

/** The text layer of a PDF, line by line as its pages show it, pages one behind the other. Rejects where it is no PDF or locked. */
export const pdfText = async (bytes: Uint8Array): Promise<string> => {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  try {
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(piecesOf(items)).join('\n'));
      page.cleanup();
    }
    return pages.join('\n');
  } finally {
    await document.loadingTask.destroy();
  }
};
