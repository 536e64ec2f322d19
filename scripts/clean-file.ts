import { cleanFileCommand } from './clean-file/command.ts';
import { runAsProcess } from './lib/command.ts';

await runAsProcess(cleanFileCommand);
