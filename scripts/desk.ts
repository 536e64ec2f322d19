import { desk } from './desk/command.ts';
import { runAsProcess } from './lib/command.ts';

await runAsProcess(desk);
