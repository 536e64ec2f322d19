import { ingest } from './ingest/command.ts';
import { runAsProcess } from './lib/command.ts';

await runAsProcess(ingest);
