import { parentPort, workerData } from 'node:worker_threads';
import { type LinkTask, linkFiles } from './link-files.ts';

parentPort?.postMessage(linkFiles(workerData as LinkTask));
