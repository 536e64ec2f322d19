import { forms } from './forms/command.ts';
import { runAsProcess } from './lib/command.ts';

await runAsProcess(forms);
