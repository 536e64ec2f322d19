import { benchSearch } from './bench-search/command.ts';
import { runAsProcess } from './lib/command.ts';

await runAsProcess(benchSearch);
