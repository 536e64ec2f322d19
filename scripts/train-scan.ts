import { runAsProcess } from './lib/command.ts';
import { trainScan } from './train-scan/command.ts';

await runAsProcess(trainScan);
