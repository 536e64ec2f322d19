import { benchOffline } from './bench/offline/command.ts';
import { runAsProcess } from './lib/command.ts';

await runAsProcess(benchOffline);
