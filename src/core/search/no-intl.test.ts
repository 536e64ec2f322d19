import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('asks no browser how to cut, sort or compare: every one of them answers a query alike', async () => {
  const folder = import.meta.dirname;
  const files: string[] = [];
  // Counting words is for the build alone: what comes of it is shipped as the lexicon.
  const ofBuild = ['word-counts.ts', 'page-runs.ts'];
  const found = glob('*.ts', { cwd: folder, exclude: ['*.test.ts', ...ofBuild] });
  for await (const file of found) files.push(file);
  expect(files.length).toBeGreaterThan(15);
  const sources = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const asking = files.filter((_, index) =>
    /\bIntl\b|locale|word-counts|page-runs/i.test(sources[index] as string),
  );
  expect(asking).toEqual([]);
});
