import { runAsProcess } from './lib/command.ts';
import { rename } from './rename/command.ts';

await runAsProcess(rename);
