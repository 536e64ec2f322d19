import { type Drawing, drawingToSvg } from '#core/qr/drawing.ts';
import { dotsPerModule } from '#core/qr/label.ts';
import { pagesToPdf } from '#core/qr/pdf.ts';
import { withPrintSize } from '#core/qr/png-density.ts';
import { gridOf, gridPage, onePerPage } from '#core/qr/sheet.ts';
import type { Made } from '#site/short-link/make-label.ts';

const PRINT_DPI = 300;
const SCREEN_WIDTH = 1080;
const POSTER_MM = 120;

const pngOf = async (drawing: Drawing, dots: number): Promise<Blob> => {
  const svg = drawingToSvg(drawing, dots);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = drawing.width * dots;
  canvas.height = drawing.height * dots;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The browser made no picture.');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return new Blob([withPrintSize(bytes, dots / drawing.unitMm)], { type: 'image/png' });
};

const pdfOf = (drawing: Drawing, large: boolean): Blob => {
  const page = large ? onePerPage(drawing) : gridPage(drawing);
  const bytes = pagesToPdf([page], drawing.title) as Uint8Array<ArrayBuffer>;
  return new Blob([bytes], { type: 'application/pdf' });
};

/** A file for the person to keep. */
export interface MadeFile {
  readonly blob: Blob;
  /** What is added to the name of the file. */
  readonly ending: string;
}

/** The picture for print, as it is saved and copied. */
export const printPicture = (made: Made, mm: number): Promise<Blob> => {
  const drawing = made.draw(mm);
  return pngOf(drawing, dotsPerModule(drawing, PRINT_DPI));
};

/** Makes a file of a kind; null where it would not fit on A4. */
export const makeFile = async (kind: string, made: Made, mm: number): Promise<MadeFile | null> => {
  const drawing = made.draw(mm);
  switch (kind) {
    case 'png':
      return { blob: await printPicture(made, mm), ending: '.png' };
    case 'screen': {
      const dots = Math.max(1, Math.round(SCREEN_WIDTH / drawing.width));
      return { blob: await pngOf(drawing, dots), ending: '-screen.png' };
    }
    case 'svg':
      return { blob: new Blob([drawingToSvg(drawing)], { type: 'image/svg+xml' }), ending: '.svg' };
    case 'poster':
      return { blob: pdfOf(made.draw(POSTER_MM), true), ending: '-sheet.pdf' };
    default: {
      const { columns, rows } = gridOf(drawing);
      if (columns * rows === 0) return null;
      return { blob: pdfOf(drawing, false), ending: `-labels-${mm}mm.pdf` };
    }
  }
};
