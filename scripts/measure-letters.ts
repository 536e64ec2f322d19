import { measureLetters } from './letters/command.ts';
import { runAsProcess } from './lib/command.ts';

await runAsProcess(measureLetters);
