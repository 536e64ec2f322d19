import { runAsProcess } from './lib/command.ts';
import { searchIndexCommand } from './search-index/command.ts';

await runAsProcess(searchIndexCommand);
