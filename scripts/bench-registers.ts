import { benchRegisters } from './bench/registers/command.ts';
import { runAsProcess } from './lib/command.ts';

await runAsProcess(benchRegisters);
