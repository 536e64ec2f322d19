import type { Command } from '../lib/command.ts';
import { status } from './status.ts';

/** The commands of `npm run -s track`, by name. */
export const TRACK_COMMANDS: Readonly<Record<string, Command>> = { status };
