import { parentPort, workerData } from 'node:worker_threads';
import { type LeftFiles, touchedFiles } from './touched-files.ts';

parentPort?.postMessage(touchedFiles(workerData as LeftFiles));
