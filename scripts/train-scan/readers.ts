import type { LinePicture } from '#core/scan/line.ts';
import { secondLook } from '#core/scan/second-look.ts';

/** How one of the readers is trained. */
export interface ReaderPlan {
  readonly name: 'wian-first' | 'wian-second';
  /** Package and file of Debian that its weights go on from (Apache-2.0). */
  readonly base: { readonly package: string; readonly language: string };
  readonly seed: number;
  /** What it sees of a line. */
  readonly look: (line: LinePicture) => LinePicture;
}

/** Two readers that start from the same model, and differ in the lines that they learn from and in what they see of a line. */
export const READER_PLANS: Readonly<Record<'first' | 'second', ReaderPlan>> = {
  first: {
    name: 'wian-first',
    base: { package: 'tesseract-ocr-script-thai', language: 'Thai' },
    seed: 1101,
    look: (line) => line,
  },
  second: {
    name: 'wian-second',
    base: { package: 'tesseract-ocr-script-thai', language: 'Thai' },
    seed: 2203,
    look: secondLook,
  },
};
