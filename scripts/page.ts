import { runAsProcess } from './lib/command.ts';
import { page } from './pages/command.ts';

await runAsProcess(page);
