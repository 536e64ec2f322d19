import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { characterRows } from './character-rows.ts';
import { floatNetwork } from './float-model.ts';
import type { ReaderPlan } from './readers.ts';
import { callTool } from './tools.ts';

/** What training of a reader starts from. */
export interface StartModel {
  /** The model of Debian as it comes. */
  readonly base: string;
  /** Its network with float weights. */
  readonly network: string;
  /** The characters that the reader is to know, as a model without a network. */
  readonly characters: string;
  /** Tesseract's description of the layers. */
  readonly layers: string;
}

/** Fetches the model of Debian that a reader goes on from, makes its weights float, and adds the characters it lacks. */
export const makeStartModel = async (plan: ReaderPlan, work: string): Promise<StartModel> => {
  const folder = join(work, plan.name);
  await mkdir(join(folder, 'scripts'), { recursive: true });
  await callTool('apt-get', ['download', plan.base.package], folder);
  const archive = (await readdir(folder)).find((file) => file.startsWith(`${plan.base.package}_`));
  if (!archive)
    throw new Error(`apt-get downloaded ${plan.base.package}, and ${folder} does not hold it.`);
  await callTool('dpkg-deb', ['-x', join(folder, archive), join(folder, 'debian')]);
  const base = join(
    folder,
    'debian/usr/share/tesseract-ocr/5/tessdata',
    `${plan.base.language}.traineddata`,
  );
  await callTool('combine_tessdata', ['-u', base, join(folder, 'base.')]);

  const { network, layers } = floatNetwork(await readFile(join(folder, 'base.lstm')));
  await writeFile(join(folder, 'float.lstm'), network);
  await writeFile(
    join(folder, 'characters'),
    characterRows(await readFile(join(folder, 'base.lstm-unicharset'), 'utf8')),
  );
  // The tool asks for a table of strokes of Han characters, which no model without them uses.
  await writeFile(join(folder, 'scripts/radical-stroke.txt'), '#\n');
  await callTool('combine_lang_model', [
    '--input_unicharset',
    join(folder, 'characters'),
    '--script_dir',
    join(folder, 'scripts'),
    '--output_dir',
    folder,
    '--lang',
    'start',
    '--pass_through_recoder',
    '--version_str',
    plan.name,
  ]);
  return {
    base,
    network: join(folder, 'float.lstm'),
    characters: join(folder, 'start/start.traineddata'),
    layers,
  };
};
