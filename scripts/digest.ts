import { digest } from './digest/command.ts';
import { runAsProcess } from './lib/command.ts';

await runAsProcess(digest);
