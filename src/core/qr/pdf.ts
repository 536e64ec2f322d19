import type { Drawing, Shape } from './drawing.ts';
import { type Path, withCubicCurves } from './path.ts';
import type { Page } from './sheet.ts';

const POINTS_PER_MM = 72 / 25.4;

const number = (value: number): string => String(Math.round(value * 1e6) / 1e6 || 0);

const OPERATORS = { M: 'm', L: 'l', C: 'c', Z: 'h' } as const;

const FILLS = { 'even-odd': 'f*', 'non-zero': 'f' } as const;

/** Operators by path: a sheet of slips has the same letters some hundred times. */
const written = new WeakMap<Path, string>();

const pathOperators = (path: Path): string => {
  const known = written.get(path);
  if (known !== undefined) return known;
  const operators = withCubicCurves(path)
    .map(({ type, values }) =>
      [...values.map(number), OPERATORS[type as keyof typeof OPERATORS]].join(' '),
    )
    .join('\n');
  written.set(path, operators);
  return operators;
};

const shapeOperators = ({ parts, x, y, scale, fill }: Shape): string => {
  const moved = parts.map((part) => `1 0 0 1 ${number(part.x)} ${number(part.y)} cm`);
  const painted = parts.map(
    ({ path }, index) => `q ${moved[index]}\n${pathOperators(path)}\n${FILLS[fill]} Q`,
  );
  return `q ${[scale, 0, 0, scale, x, y].map(number).join(' ')} cm\n${painted.join('\n')}\nQ`;
};

const drawingOperators = ({ shapes }: Drawing): string => shapes.map(shapeOperators).join('\n');

/** Text string of a PDF in UTF-16 (ISO 32000-1, 7.9.2.2). */
const pdfText = (text: string): string => {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return `<FEFF${units.map((unit) => unit.toString(16).padStart(4, '0')).join('')}>`;
};

/** Makes bytes shorter as zlib does (RFC 1950). */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

/** Bytes by a text of as many characters, and back. */
const bytesOf = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
};

/** Characters that are made in one call: its arguments are on the stack. */
const AT_ONCE = 4096;

const textOf = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  }
  return text;
};

const stream = (dictionary: string, content: string, deflate?: Deflate): string => {
  const kept = deflate ? textOf(deflate(bytesOf(content))) : content;
  const filter = deflate ? '/Filter/FlateDecode' : '';
  return `<<${dictionary}${filter}/Length ${kept.length}>>\nstream\n${kept}\nendstream`;
};

/** A drawing as an object of a PDF, which pages place as often as they like; `deflate` makes it some four times shorter. */
export const drawingObject = (drawing: Drawing, deflate?: Deflate): string => {
  const box = `/BBox[0 0 ${number(drawing.width)} ${number(drawing.height)}]`;
  return stream(`/Type/XObject/Subtype/Form${box}`, drawingOperators(drawing), deflate);
};

const placement = (page: Page, formOf: ReadonlyMap<Drawing, number>): string =>
  page.placed
    .map(({ drawing, x, y }) => {
      const scale = drawing.unitMm * POINTS_PER_MM;
      const [left, top] = [x * POINTS_PER_MM, (page.height - y) * POINTS_PER_MM];
      // PDF counts upwards from the foot of the page, drawings downwards from their top.
      const matrix = [scale, 0, 0, -scale, left, top].map(number).join(' ');
      return `q ${matrix} cm /F${formOf.get(drawing)} Do Q`;
    })
    .join('\n');

/**
 * Pages as a PDF (1.4) that prints to the millimetre: outlines only, no fonts, no pictures, no scaling to the page
 * (ViewerPreferences), and byte for byte the same for the same pages. `objectOf` gives the drawings as objects, where somebody
 * has made them before.
 */
export const pagesToPdf = (
  pages: readonly Page[],
  title: string,
  objectOf: (drawing: Drawing) => string = (drawing) => drawingObject(drawing),
): Uint8Array => {
  const drawings = [
    ...new Set(pages.flatMap(({ placed }) => placed.map(({ drawing }) => drawing))),
  ];
  const FIRST_FORM = 4;
  const formOf = new Map(drawings.map((drawing, index) => [drawing, FIRST_FORM + index]));
  const firstPage = FIRST_FORM + drawings.length;
  const pageNumber = (index: number) => firstPage + 2 * index;
  const kids = pages.map((_, index) => `${pageNumber(index)} 0 R`).join(' ');
  const pageObjects = pages.flatMap((page, index) => {
    const used = [...new Set(page.placed.map(({ drawing }) => formOf.get(drawing)))];
    const forms = used.map((form) => `/F${form} ${form} 0 R`).join('');
    const box = [page.width, page.height].map((mm) => number(mm * POINTS_PER_MM)).join(' ');
    return [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${box}]/Resources<</XObject<<${forms}>>>>` +
        `/Contents ${pageNumber(index) + 1} 0 R>>`,
      stream('', placement(page, formOf)),
    ];
  });
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/Lang(th)/ViewerPreferences<</PrintScaling/None/DisplayDocTitle true>>>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    `<</Title${pdfText(title)}/Producer(Wian)>>`,
    ...drawings.map(objectOf),
    ...pageObjects,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  file +=
    `xref\n0 ${count}\n0000000000 65535 f \n${table}` +
    `trailer\n<</Size ${count}/Root 1 0 R/Info 3 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
  // Nothing in it is beyond a byte: texts are hexadecimal.
  return bytesOf(file);
};
