import type { Command } from '../lib/command.ts';
import { exportFigures } from './export.ts';
import { importFigures } from './import.ts';
import { lagging } from './lagging.ts';
import { sample } from './sample.ts';

/** The commands of `npm run figures`, by name. */
export const FIGURE_COMMANDS: Readonly<Record<string, Command>> = {
  import: importFigures,
  export: exportFigures,
  lagging,
  sample,
};
