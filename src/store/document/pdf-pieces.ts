import type { Pdfium } from './pdfium.ts';

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

/** Text objects of a page in the order in which it draws them, those within forms at the place of the form. */
const textObjects = (library: Pdfium, page: number): number[] => {
  const found: number[] = [];
  const add = (object: number, depth: number): void => {
    const type = library.call.FPDFPageObj_GetType(object);
    if (type === TEXT) found.push(object);
    if (type !== FORM || depth >= DEEPEST_FORM) return;
    const count = library.call.FPDFFormObj_CountObjects(object);
    for (let at = 0; at < count; at++)
      add(library.call.FPDFFormObj_GetObject(object, at), depth + 1);
  };
  const count = library.call.FPDFPage_CountObjects(page);
  for (let at = 0; at < count; at++) add(library.call.FPDFPage_GetObject(page, at), 0);
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

const floatsAt = (library: Pdfium, address: number): Float32Array =>
  library.memory.HEAPF32.subarray(address >> 2, (address >> 2) + 4);

/** Moves the end of a piece to a point, if that lies further along its baseline. */
const extend = (piece: Draft, x: number, y: number): void => {
  const turn = (piece.angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const along = (x - piece.x) * cos + (y - piece.y) * sin;
  if (along <= (piece.endX - piece.x) * cos + (piece.endY - piece.y) * sin) return;
  piece.endX = piece.x + along * cos;
  piece.endY = piece.y + along * sin;
};

/** Moves the end of a piece to the end of an object that belongs to it; PDFium lists no letters for the later ones. */
const extendOverObject = (library: Pdfium, object: number, piece: Draft, buffer: number): void => {
  const { FPDFPageObj_GetBounds: bounds } = library.call;
  if (bounds(object, buffer, buffer + 4, buffer + 8, buffer + 12) === 0) return;
  const [left = 0, bottom = 0, right = 0, top = 0] = floatsAt(library, buffer);
  extend(piece, left, bottom);
  extend(piece, right, top);
};

/** A piece without text at the place of a letter. */
const startOf = (library: Pdfium, text: number, at: number, buffer: number): Draft => {
  library.call.FPDFText_GetCharOrigin(text, at, buffer, buffer + 8);
  const x = library.memory.HEAPF64[buffer >> 3] as number;
  const y = library.memory.HEAPF64[(buffer >> 3) + 1] as number;
  library.call.FPDFText_GetMatrix(text, at, buffer);
  const [a = 1, b = 0, c = 0, d = 1] = floatsAt(library, buffer);
  const size = library.call.FPDFText_GetFontSize(text, at) * Math.hypot(c, d);
  return { text: '', x, y, endX: x, endY: y, size, angle: (Math.atan2(b, a) * 180) / Math.PI };
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

/**
 * The pieces of text of a page in the order in which it draws them. Marked content with a replacement text (ActualText, as
 * Chromium, LibreOffice and Word write for Thai clusters) is one piece with that text, however many objects it is drawn
 * with. A letter that its font does not name is U+FFFD.
 */
export const piecesOfPage = (library: Pdfium, page: number): Piece[] => {
  const { malloc, free } = library.call;
  const text = library.call.FPDFText_LoadPage(page);
  const buffer = malloc(LONGEST_ACTUAL_TEXT + 128);
  try {
    const drawn = piecesByObject(library, text, buffer);
    const actualText = actualTextReader(library, buffer + 32);
    const pieces: Draft[] = [];
    const replaced = new Map<number, Draft>();
    for (const object of textObjects(library, page)) {
      const piece = drawn.get(object);
      const actual = actualText(object);
      if (actual === null) {
        if (piece) pieces.push(piece);
        continue;
      }
      const first = replaced.get(actual.mark);
      if (first) {
        extendOverObject(library, object, first, buffer);
      } else if (piece) {
        const draft = { ...piece, text: actual.text };
        replaced.set(actual.mark, draft);
        pieces.push(draft);
      }
    }
    return pieces;
  } finally {
    free(buffer);
    library.call.FPDFText_ClosePage(text);
  }
};
