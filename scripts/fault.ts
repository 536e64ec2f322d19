import { fault } from './fault/command.ts';
import { runAsProcess } from './lib/command.ts';

await runAsProcess(fault);
