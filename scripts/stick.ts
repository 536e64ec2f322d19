import { runAsProcess } from './lib/command.ts';
import { stickCommand } from './stick/command.ts';

await runAsProcess(stickCommand);
