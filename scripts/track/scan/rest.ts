import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Box } from '#core/scan/picture.ts';
import { replaceFile } from '#store/files/replace-file.ts';
import { beginRestFile } from '#store/register/rest-file.ts';
import { cutOutPng } from '#store/scan/scan-pdf.ts';
import { withPictures } from '../../ingest/scan-file.ts';
import type { ScanFolder } from './read.ts';

export type Sorted = 'recorded' | 'already' | 'proposed' | 'refused';

/** What became of a proposal. */
export interface Outcome {
  readonly proposal: ScanFolder['proposals'][number];
  readonly became: Sorted;
  readonly why: string | null;
}

const HEADING = [
  'file',
  'page',
  'office',
  'number',
  'date',
  'time',
  'stamp',
  'passed on by',
  'cut-out',
];

/** The picture of a stamp, by the place of its copy: below folders of the same names. */
export const cutOutName = (place: string): string =>
  `${place.replace(/[^\p{L}\p{M}\d./-]/gu, '_')}.png`;

/**
 * Writes what was not recorded: a table, and beside it a picture of each stamp of the files that `pictured` names. Where
 * nothing is left, a table of before is removed and none written.
 */
export const writeRest = async (
  folder: string,
  name: string,
  outcomes: readonly Outcome[],
  pictured: (input: string) => boolean,
): Promise<void> => {
  if (outcomes.length === 0 && !existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  const cutOuts = outcomes.filter(
    ({ proposal }) => proposal.box !== null && pictured(proposal.source.input.name),
  );
  await withPictures(async (pictureOf) => {
    for (const { proposal } of cutOuts) {
      const part = await cutOutPng(await pictureOf(proposal.source), proposal.box as Box);
      const picture = join(folder, cutOutName(proposal.place));
      mkdirSync(dirname(picture), { recursive: true });
      replaceFile(picture, part);
    }
  });
  const rest = await beginRestFile(join(folder, 'rest.csv'), `${name}/rest.csv`);
  try {
    for (const { proposal, became, why } of outcomes) {
      const { place, file, page, circular, office, stamp, passedOnBy, box, reasons } = proposal;
      const picture = box === null ? '' : cutOutName(place);
      const reason = [...(why === null ? [] : [why]), ...reasons].join('; ');
      const cells = [
        file,
        String(page),
        office,
        stamp?.number,
        stamp?.date,
        stamp?.time,
        stamp?.office,
      ];
      await rest.add(
        {
          place,
          verdict: became,
          reason,
          circular,
          cells: [...cells, passedOnBy, picture].map((cell) => cell ?? ''),
        },
        HEADING,
      );
    }
    await rest.finish();
  } catch (error) {
    await rest.abandon();
    throw error;
  }
};
