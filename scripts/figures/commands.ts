import type { Command } from '../lib/command.ts';
import { importFigures } from './import.ts';
import { lagging } from './lagging.ts';
import { sample } from './sample.ts';

/** The commands of `npm run figures`, by name. */
export const FIGURE_COMMANDS: Readonly<Record<string, Command>> = {
  import: importFigures,
  lagging,
  sample,
};
