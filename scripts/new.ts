import { runAsProcess } from './lib/command.ts';
import { newPage } from './new/command.ts';

await runAsProcess(newPage);
