import { parentPort, workerData } from 'node:worker_threads';
import { removeTree } from './file-operations.ts';

// To remove a portal of 100,000 files takes some seconds.
for (const path of workerData as string[]) removeTree(path);
parentPort?.postMessage(null);
