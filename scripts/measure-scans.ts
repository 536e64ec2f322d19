import { runAsProcess } from './lib/command.ts';
import { measureScans } from './measure-scans/command.ts';

await runAsProcess(measureScans);
