import { inkLook } from '#core/scan/ink-look.ts';
import type { LinePicture } from '#core/scan/line.ts';

/** How one of the readers is trained. */
export interface ReaderPlan {
  readonly name: 'wian-grey' | 'wian-ink';
  /** Package and file of Debian that its weights go on from (Apache-2.0). */
  readonly base: { readonly package: string; readonly language: string };
  readonly seed: number;
  /** What it sees of a line. */
  readonly look: (line: LinePicture) => LinePicture;
}

/** Two readers that start from the same model, and differ in the lines that they learn from and in what they see of a line. */
export const READER_PLANS: Readonly<Record<'grey' | 'ink', ReaderPlan>> = {
  grey: {
    name: 'wian-grey',
    base: { package: 'tesseract-ocr-script-thai', language: 'Thai' },
    seed: 1101,
    look: (line) => line,
  },
  ink: {
    name: 'wian-ink',
    base: { package: 'tesseract-ocr-script-thai', language: 'Thai' },
    seed: 2203,
    look: inkLook,
  },
};
