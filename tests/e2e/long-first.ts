import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, which cannot be seen by their size: they look at many pages, or build a portal. */
const LONG = [
  'desk-publishing.test.ts',
  'withdrawn.test.ts',
  'accessibility.test.ts',
  'place-names-firefox.test.ts',
  'search.test.ts',
  'pages.test.ts',
  'offline.test.ts',
  'print.test.ts',
  'offline-search.test.ts',
  'my.test.ts',
  'stick.test.ts',
  'search-and-map-firefox.test.ts',
  'trace.test.ts',
  'tracking.test.ts',
  'stock.test.ts',
  'dev.test.ts',
  'search-box.test.ts',
  'keyboard.test.ts',
  'html.test.ts',
  'failing-lines.test.ts',
  'codes.test.ts',
  'desk-people.test.ts',
  'track.test.ts',
  'figure-pages.test.ts',
  'first-screen.test.ts',
  'desk-pages.test.ts',
  'made-up-figures.test.ts',
  'without-script.test.ts',
  'lines.test.ts',
  'offices.test.ts',
  'board.test.ts',
  'search-damage.test.ts',
  'slips.test.ts',
  'desk-work.test.ts',
  'share.test.ts',
  'body-tables.test.ts',
  'pagefind.test.ts',
  'follow-up.test.ts',
  'embed.test.ts',
  'forwards.test.ts',
  'provider.test.ts',
  'ticks.test.ts',
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
