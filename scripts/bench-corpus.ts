import { benchCorpus } from './bench-corpus/command.ts';
import { runAsProcess } from './lib/command.ts';

await runAsProcess(benchCorpus);
