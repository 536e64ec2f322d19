import { benchDesk } from './bench/desk/command.ts';
import { runAsProcess } from './lib/command.ts';

await runAsProcess(benchDesk);
