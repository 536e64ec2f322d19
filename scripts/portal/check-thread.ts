import { parentPort, workerData } from 'node:worker_threads';
import { checkProject } from '../lib/check-project.ts';
import type { CheckTask } from './build-if-valid.ts';

const { root, today } = workerData as CheckTask;
parentPort?.postMessage((await checkProject(root, today)).problems);
