import { parentPort, workerData } from 'node:worker_threads';
import { buildRegistry } from '#core/office/registry.ts';
import { numberMarks } from './number-uses.ts';
import { ledgerFolder } from './summarize.ts';
import { firstPass, type ThreadPass, type VerifyTask } from './verify-ledgers.ts';

const { root, offices, totals, rules, ledgers, asOf } = workerData as VerifyTask;
const marks = numberMarks();
const fold = ledgerFolder(root, buildRegistry(offices, totals), rules);
const found = firstPass(fold, ledgers, asOf, marks);
const marked = marks.marked();
const { hashes, pages, chunks } = marked.pages;
parentPort?.postMessage({ ...found, marks: marked } satisfies ThreadPass, [
  hashes.buffer,
  pages.buffer,
  ...chunks.map(({ buffer }) => buffer),
]);
