import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TextWeight } from '#core/qr/label.ts';

const WEIGHTS: Readonly<Record<TextWeight, number>> = { regular: 400, bold: 700 };
const SUBSETS = ['thai', 'latin'] as const;

/** The files of Sarabun, the face of official letters, from the fontsource package. */
export const readSarabun = (weight: TextWeight): Uint8Array[] => {
  const { resolve } = createRequire(import.meta.url);
  return SUBSETS.map((subset) =>
    readFileSync(
      resolve(`@fontsource/sarabun/files/sarabun-${subset}-${WEIGHTS[weight]}-normal.woff`),
    ),
  );
};
