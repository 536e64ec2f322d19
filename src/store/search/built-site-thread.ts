import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { takePaths } from '../portal/page-share.ts';
import { type PageReaderData, readPages } from './built-site.ts';

const { pages, taken } = workerData as PageReaderData;
(parentPort as MessagePort).postMessage(readPages(takePaths(pages, taken)));
