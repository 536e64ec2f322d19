import { runAsProcess } from './lib/command.ts';
import { schemas } from './schemas/command.ts';

await runAsProcess(schemas);
