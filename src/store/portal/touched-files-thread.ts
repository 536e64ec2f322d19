import { parentPort, workerData } from 'node:worker_threads';
import { type LeftFiles, lookAtFiles } from './touched-files.ts';

parentPort?.postMessage(lookAtFiles(workerData as LeftFiles));
