import sharp from 'sharp';
import { type Drawing, drawingToSvg } from '#core/qr/drawing.ts';

/**
 * A drawing as a grey PNG of `dots` dots a unit. It carries its true size, so that a word processor places it at the
 * millimetre.
 */
export const drawingToPng = (drawing: Drawing, dots: number): Promise<Buffer> =>
  sharp(Buffer.from(drawingToSvg(drawing, dots)))
    // The drawing has its own white ground and no colours: any one channel is the whole picture.
    .extractChannel(0)
    .withDensity((dots / drawing.unitMm) * 25.4)
    .png({ compressionLevel: 6 })
    .toBuffer();
