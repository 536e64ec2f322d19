import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, which cannot be seen by their size: they look at many pages, or build a portal. */
const LONG = [
  'desk-publishing.test.ts',
  'withdrawn.test.ts',
  'accessibility.test.ts',
  'pages.test.ts',
  'search.test.ts',
  'keyboard.test.ts',
  'print.test.ts',
  'tracking.test.ts',
  'offline.test.ts',
  'stick.test.ts',
  'failing-lines.test.ts',
  'html.test.ts',
];

const rankOf = ({ moduleId }: TestSpecification): number => {
  const at = LONG.indexOf(basename(moduleId));
  return at === -1 ? LONG.length : at;
};

/** Begins with the files that take longest, so that no core waits for the other at the end; the others by size, as usual. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return usual.sort((a, b) => rankOf(a) - rankOf(b));
  }
}
