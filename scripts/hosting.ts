import { hostingCommand } from './hosting/command.ts';
import { runAsProcess } from './lib/command.ts';

await runAsProcess(hostingCommand);
