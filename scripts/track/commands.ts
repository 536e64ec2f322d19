import type { Command } from '../lib/command.ts';
import { drift } from './drift.ts';
import { exportMovements } from './export.ts';
import { importRegister } from './import.ts';
import { overdue } from './overdue.ts';
import { record } from './record.ts';
import { report } from './report.ts';
import { scan } from './scan.ts';
import { slips } from './slips.ts';
import { status } from './status.ts';
import { trace } from './trace.ts';
import { verify } from './verify.ts';

/** The commands of `npm run -s track`, by name. */
export const TRACK_COMMANDS: Readonly<Record<string, Command>> = {
  status,
  report,
  overdue,
  trace,
  drift,
  record,
  import: importRegister,
  scan,
  slips,
  export: exportMovements,
  verify,
};
