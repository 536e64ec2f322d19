import { check } from './check/command.ts';
import { runAsProcess } from './lib/command.ts';

await runAsProcess(check);
