import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createWorker, OEM, type Page, PSM, type Word } from 'tesseract.js';
import { inkLook } from '#core/scan/ink-look.ts';
import type { Glyph, LinePicture, LineReader, LineReading } from '#core/scan/line.ts';
import { unpackLineNet } from '#core/scan/line-model.ts';
import type { LineNet } from '#core/scan/line-net.ts';
import { countShapes, letterShapes } from '#core/scan/shapes.ts';
import { respell } from '#core/scan/spelling.ts';

/** Folder of the models, which are files of the project: see docs/scan-model.md. */
const MODELS = join(import.meta.dirname, 'model');

/** White paper that is put around a line, in pixels: a reader loses marks that touch the edge. */
const MARGIN = 8;
/** Ink is what is darker. */
const INK = 140;
/** Share of the ink below which a line is read once more in other ways. */
const COVERED = 0.9;
/** How much more of the ink another way has to cover to be taken instead. */
const BETTER = 0.03;
/** As one line as it is; as one line that is looked for; as a block. */
const WAYS = [PSM.RAW_LINE, PSM.SINGLE_LINE, PSM.SINGLE_BLOCK] as const;

/** A line with paper around it as a file of grey levels (PGM), which needs no packing. */
const fileOf = ({ width, height, pixels }: LinePicture): Buffer => {
  const wide = width + 2 * MARGIN;
  const head = Buffer.from(`P5\n${wide} ${height + 2 * MARGIN}\n255\n`, 'latin1');
  const file = Buffer.alloc(head.length + wide * (height + 2 * MARGIN), 255);
  head.copy(file);
  for (let y = 0; y < height; y++) {
    file.set(
      pixels.subarray(y * width, (y + 1) * width),
      head.length + (y + MARGIN) * wide + MARGIN,
    );
  }
  return file;
};

const wordsOf = ({ blocks }: Page): Word[] =>
  (blocks ?? [])
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ lines }) => lines)
    .flatMap(({ words }) => words)
    .filter(({ text }) => text.trim() !== '');

/** Boxes of characters are narrower than their ink; how far beside them ink still counts, as a share of the line's height. */
const BESIDE = 0.4;

const coveredBy = ({ width, height, pixels }: LinePicture, words: readonly Word[]): number => {
  const isInside = new Uint8Array(width);
  const beside = Math.round(height * BESIDE);
  for (const { bbox } of words) {
    isInside.fill(
      1,
      Math.max(0, bbox.x0 - MARGIN - beside),
      Math.max(0, bbox.x1 - MARGIN + beside),
    );
  }
  let [ink, inside] = [0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((pixels[y * width + x] as number) >= INK) continue;
      ink++;
      inside += isInside[x] as number;
    }
  }
  return ink === 0 ? 1 : inside / ink;
};

/**
 * What Tesseract found, with places in the cut-out; `scale` is what the line was brought to before. The library makes each
 * Thai character a word of its own, so where spaces stand is seen in the text alone.
 */
const readingOf = (page: Page, line: LinePicture, scale: number): LineReading => {
  const words = wordsOf(page);
  const place = (at: number): number => (at - MARGIN) / scale;
  const glyphs: Glyph[] = [];
  let left = page.text.trim();
  for (const { text, bbox, confidence } of words.flatMap(({ symbols }) => symbols)) {
    const [x0, y0, x1, y1] = [place(bbox.x0), place(bbox.y0), place(bbox.x1), place(bbox.y1)];
    const last = glyphs.at(-1);
    if (last && /^\s/.test(left)) {
      glyphs.push({ text: ' ', left: last.right, top: y0, right: x0, bottom: y1, confidence: 100 });
    }
    left = left.trimStart();
    left = left.startsWith(text) ? left.slice(text.length) : left;
    glyphs.push({ text, left: x0, top: y0, right: x1, bottom: y1, confidence });
  }
  const spelt = respell(glyphs);
  return {
    text: spelt.map(({ text }) => text).join(''),
    glyphs: spelt,
    confidence: spelt.reduce(
      (least, { confidence }) => Math.min(least, confidence),
      spelt.length > 0 ? 100 : 0,
    ),
    covered: coveredBy(line, words),
  };
};

interface Engine {
  readonly reader: (look: (line: LinePicture) => LinePicture) => LineReader;
}

/** Starts one model; readers of it take turns, and it ends with the last of them. */
const startEngine = async (name: string): Promise<Engine> => {
  // Without the file the library would say no more than that it failed.
  await access(join(MODELS, `${name}.traineddata`));
  const worker = await createWorker(name, OEM.LSTM_ONLY, {
    langPath: MODELS,
    gzip: false,
    cacheMethod: 'none',
  });
  await worker.setParameters({ preserve_interword_spaces: '1', user_defined_dpi: '300' });
  let mode: PSM | null = null;
  let open = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const readAs = async (
    way: PSM,
    seen: LinePicture,
    file: Buffer,
    scale: number,
  ): Promise<LineReading> => {
    if (mode !== way) await worker.setParameters({ tessedit_pageseg_mode: way });
    mode = way;
    const { data } = await worker.recognize(file, {}, { text: true, blocks: true });
    return readingOf(data, seen, scale);
  };
  const readSeen = async (seen: LinePicture, scale: number): Promise<LineReading> => {
    const file = fileOf(seen);
    let best: LineReading | null = null;
    for (const way of WAYS) {
      const reading = await readAs(way, seen, file, scale);
      if (!best || reading.covered > best.covered + BETTER) best = reading;
      if (best.covered >= COVERED) break;
    }
    return best as LineReading;
  };
  return {
    reader: (look) => {
      open++;
      return {
        read: (line) => {
          const seen = look(line);
          const reading = turn.then(() => readSeen(seen, seen.width / line.width));
          // The next line is read even where this one failed, which whoever asked for it learns.
          turn = reading.catch(() => undefined);
          return reading;
        },
        close: async () => {
          open--;
          if (open === 0) await worker.terminate();
        },
      };
    },
  };
};

/** Two models that were trained apart and see a line differently, and one of them with the eyes of the other. */
export interface Readers {
  readonly first: LineReader;
  readonly second: LineReader;
  readonly third: LineReader;
  /** Reads what stands on a line, built and trained otherwise than the models. */
  readonly net: LineNet;
}

/** Says beside each reading how many shapes the line has, which no model is asked. */
const counting = ({ read, close }: LineReader): LineReader => ({
  read: async (line) => ({ ...(await read(line)), shapes: countShapes(letterShapes(line)) }),
  close,
});

/**
 * Opens the readers; nothing is fetched. The first sees ink and paper alone, which reads uneven light and copies better than
 * grey levels do. They hold memory until all are closed. Throws where a model is missing.
 */
export const openReaders = async (): Promise<Readers> => {
  // Before the engines, which would go on running if it were missing.
  const net = unpackLineNet(await readFile(join(MODELS, 'wian-line.bin')));
  const [grey, ink] = await Promise.all([startEngine('wian-grey'), startEngine('wian-ink')]);
  return {
    net,
    first: counting(ink.reader(inkLook)),
    second: grey.reader((line) => line),
    third: grey.reader(inkLook),
  };
};
