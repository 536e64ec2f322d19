import { runAsProcess } from './lib/command.ts';
import { searchCommand } from './search/command.ts';

await runAsProcess(searchCommand);
