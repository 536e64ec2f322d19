import { DocumentProblem } from './document-problem.ts';
import type { Pdfium } from './pdfium.ts';
import { withCommas } from './xml-meter.ts';

/** A stretch of text that a page draws at one place, in the coordinates of the page (points, y upwards). */
export interface Piece {
  readonly text: string;
  /** Where its baseline begins. */
  readonly x: number;
  readonly y: number;
  /** Where its baseline ends. */
  readonly endX: number;
  readonly endY: number;
  /** Size of its font, in points. */
  readonly size: number;
  /** Direction in which it is drawn, in degrees anticlockwise; 0 reads from left to right. */
  readonly angle: number;
}

const TEXT = 1;
const FORM = 5;
const DEEPEST_FORM = 20;

/** Six numbers that map the coordinates of an object to those of what it stands in, as PDF writes them. */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const SAME: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `first` and then `second`. */
const combine = (first: Matrix, second: Matrix): Matrix => {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = second;
  return [
    a * A + b * C,
    a * B + b * D,
    c * A + d * C,
    c * B + d * D,
    e * A + f * C + E,
    e * B + f * D + F,
  ];
};

const floatsAt = (library: Pdfium, address: number, count = 4): Float32Array =>
  library.memory.HEAPF32.subarray(address >> 2, (address >> 2) + count);

const matrixOf = (library: Pdfium, object: number, buffer: number): Matrix =>
  library.call.FPDFPageObj_GetMatrix(object, buffer) === 0
    ? SAME
    : ([...floatsAt(library, buffer, 6)] as unknown as Matrix);

/** A text object, and how the form that it stands in is placed on the page. */
interface TextObject {
  readonly object: number;
  readonly placed: Matrix;
}

/** Text objects of a page in the order in which it draws them, those within forms at the place of the form. */
const textObjects = (library: Pdfium, page: number, buffer: number): TextObject[] => {
  const { call } = library;
  const found: TextObject[] = [];
  const add = (object: number, placed: Matrix, depth: number): void => {
    const type = call.FPDFPageObj_GetType(object);
    if (type === TEXT) found.push({ object, placed });
    if (type !== FORM || depth >= DEEPEST_FORM) return;
    const within = combine(matrixOf(library, object, buffer), placed);
    const count = call.FPDFFormObj_CountObjects(object);
    for (let at = 0; at < count; at++) {
      add(call.FPDFFormObj_GetObject(object, at), within, depth + 1);
    }
  };
  const count = call.FPDFPage_CountObjects(page);
  for (let at = 0; at < count; at++) add(call.FPDFPage_GetObject(page, at), SAME, 0);
  return found;
};

/** A text string of a PDF: UTF-16 or UTF-8 by its first bytes, else one byte a letter. */
const decodeString = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  return new TextDecoder(bytes[0] === 0xef && bytes[1] === 0xbb ? 'utf-8' : 'latin1').decode(bytes);
};

const LONGEST_ACTUAL_TEXT = 65_536;

/** The replacement text (ActualText) of marked content, and the mark that it belongs to: one mark may hold many objects. */
interface ActualText {
  readonly mark: number;
  readonly text: string;
}

const KEY = new TextEncoder().encode('ActualText\0');

/** Reads replacement texts; `buffer` holds a length, the key and {@link LONGEST_ACTUAL_TEXT} bytes. */
const actualTextReader = (library: Pdfium, buffer: number) => {
  const key = buffer + 8;
  const text = key + 16;
  library.memory.HEAPU8.set(KEY, key);
  const known = new Map<number, ActualText | null>();
  const read = (mark: number): ActualText | null => {
    const { FPDFPageObjMark_GetParamBlobValue: parameter } = library.call;
    if (parameter(mark, key, text, LONGEST_ACTUAL_TEXT, buffer) === 0) return null;
    const length = library.memory.HEAPU32[buffer >> 2] as number;
    if (length > LONGEST_ACTUAL_TEXT) return null;
    return { mark, text: decodeString(library.memory.HEAPU8.slice(text, text + length)) };
  };
  return (object: number): ActualText | null => {
    const count = library.call.FPDFPageObj_CountMarks(object);
    for (let at = 0; at < count; at++) {
      const mark = library.call.FPDFPageObj_GetMark(object, at);
      if (!known.has(mark)) known.set(mark, read(mark));
      const found = known.get(mark);
      if (found) return found;
    }
    return null;
  };
};

type Draft = { -readonly [K in keyof Piece]: Piece[K] };

const LOST = '\uFFFD';

const letterOf = (library: Pdfium, text: number, at: number): string => {
  const code = library.call.FPDFText_GetUnicode(text, at);
  if (code === 0 || code === 2 || code === 0xfffe || code === 0xffff) {
    return library.call.FPDFText_IsHyphen(text, at) === 1 ? '-' : LOST;
  }
  if (library.call.FPDFText_HasUnicodeMapError(text, at) === 1) return LOST;
  return code > 0x10ffff ? LOST : String.fromCodePoint(code);
};

/** Moves the end of a piece to a point, if that lies further along its baseline. */
const extend = (piece: Draft, x: number, y: number): void => {
  const turn = (piece.angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const along = (x - piece.x) * cos + (y - piece.y) * sin;
  if (along <= (piece.endX - piece.x) * cos + (piece.endY - piece.y) * sin) return;
  piece.endX = piece.x + along * cos;
  piece.endY = piece.y + along * sin;
};

/** A piece without text at a place. */
const startAt = (x: number, y: number, [a, b, c, d]: Matrix, fontSize: number): Draft => ({
  text: '',
  x,
  y,
  endX: x,
  endY: y,
  size: fontSize * Math.hypot(c, d),
  angle: (Math.atan2(b, a) * 180) / Math.PI,
});

/** A piece without text at the place of a letter. */
const startOf = (library: Pdfium, text: number, at: number, buffer: number): Draft => {
  library.call.FPDFText_GetCharOrigin(text, at, buffer, buffer + 8);
  const x = library.memory.HEAPF64[buffer >> 3] as number;
  const y = library.memory.HEAPF64[(buffer >> 3) + 1] as number;
  library.call.FPDFText_GetMatrix(text, at, buffer);
  const matrix = [...floatsAt(library, buffer, 6)] as unknown as Matrix;
  return startAt(x, y, matrix, library.call.FPDFText_GetFontSize(text, at));
};

/**
 * A piece without text at the place of an object. Letters of replacement texts are no guide: PDFium gives them to whichever
 * object of the cluster it comes upon first, and leaves out how its form is placed.
 */
const startOfObject = (library: Pdfium, { object, placed }: TextObject, buffer: number): Draft => {
  const matrix = combine(matrixOf(library, object, buffer), placed);
  library.call.FPDFTextObj_GetFontSize(object, buffer);
  const [fontSize = 0] = floatsAt(library, buffer);
  return startAt(matrix[4], matrix[5], matrix, fontSize);
};

/** Moves the end of a piece to the end of an object that belongs to it. */
const extendOver = (
  library: Pdfium,
  { object, placed }: TextObject,
  piece: Draft,
  buffer: number,
): void => {
  const { FPDFPageObj_GetBounds: bounds } = library.call;
  if (bounds(object, buffer, buffer + 4, buffer + 8, buffer + 12) === 0) return;
  const [left = 0, bottom = 0, right = 0, top = 0] = floatsAt(library, buffer);
  const [a, b, c, d, e, f] = placed;
  for (const [x, y] of [
    [left, bottom],
    [right, bottom],
    [left, top],
    [right, top],
  ] as const) {
    extend(piece, x * a + y * c + e, x * b + y * d + f);
  }
};

/** The letters that PDFium found for each text object, joined to one piece an object. */
const piecesByObject = (library: Pdfium, text: number, buffer: number): Map<number, Draft> => {
  const pieces = new Map<number, Draft>();
  const count = library.call.FPDFText_CountChars(text);
  let current = 0;
  let piece: Draft | undefined;
  const finish = (last: number): void => {
    if (piece === undefined) return;
    library.call.FPDFText_GetLooseCharBox(text, last, buffer);
    const [left = 0, top = 0, right = 0, bottom = 0] = floatsAt(library, buffer);
    extend(piece, left, bottom);
    extend(piece, right, top);
  };
  for (let at = 0; at < count; at++) {
    const object = library.call.FPDFText_GetTextObject(text, at);
    if (object !== current) {
      finish(at - 1);
      current = object;
      piece = pieces.get(object);
    }
    // Spaces and line ends that PDFium adds by itself belong to no object: the places of pieces say more.
    if (object === 0) continue;
    if (piece === undefined) {
      piece = startOf(library, text, at, buffer);
      pieces.set(object, piece);
    }
    piece.text += letterOf(library, text, at);
  }
  finish(count - 1);
  return pieces;
};

const checkCharacters = (library: Pdfium, text: number, most: number): void => {
  const count = library.call.FPDFText_CountChars(text);
  if (count <= most) return;
  library.call.FPDFText_ClosePage(text);
  throw new DocumentProblem({
    what: `a page of the PDF has ${withCommas(count)} characters, more than ${withCommas(most)}`,
    why: 'No sheet of paper holds as many.',
    fix: 'Print it as a PDF again, and give that.',
  });
};

/**
 * The pieces of text of a page in the order in which it draws them. Marked content with a replacement text (ActualText, as
 * Chromium, LibreOffice and Word write for Thai clusters) is one piece with that text, however many objects it is drawn
 * with. A letter that its font does not name is U+FFFD. Throws a DocumentProblem where the page has more than `most` letters.
 */
export const piecesOfPage = (library: Pdfium, page: number, most: number): Piece[] => {
  const { malloc, free } = library.call;
  const text = library.call.FPDFText_LoadPage(page);
  checkCharacters(library, text, most);
  const buffer = malloc(LONGEST_ACTUAL_TEXT + 128);
  try {
    const drawn = piecesByObject(library, text, buffer);
    const actualText = actualTextReader(library, buffer + 32);
    const pieces: Draft[] = [];
    const clusters = new Map<number, Draft>();
    for (const one of textObjects(library, page, buffer)) {
      const letters = drawn.get(one.object);
      const actual = actualText(one.object);
      if (actual === null) {
        if (letters) pieces.push(letters);
        continue;
      }
      let cluster = clusters.get(actual.mark);
      if (cluster === undefined) {
        cluster = startOfObject(library, one, buffer);
        clusters.set(actual.mark, cluster);
        pieces.push(cluster);
      }
      extendOver(library, one, cluster, buffer);
      // PDFium leaves out what is printed twice for bold type.
      if (letters) cluster.text = actual.text;
    }
    return pieces.filter(({ text }) => text !== '');
  } finally {
    free(buffer);
    library.call.FPDFText_ClosePage(text);
  }
};
