import { describeDependencies } from '#core/reference/page-dependencies.ts';
import { hasFewMovements } from '#core/tracking/few-movements.ts';
import { asOf } from '../as-of.ts';
import { type CircularEntry, getCirculars } from '../content.ts';
import { circularLink, getDependencies } from '../records.ts';
import { getRelated } from '../related.ts';
import { codeOf } from '../short-link/code-view.ts';
import { dayPart } from './day-part.ts';

const keys = new WeakMap<CircularEntry, Promise<string>>();

const makeKey = async (entry: CircularEntry): Promise<string> => {
  const dependencies = await getDependencies(entry);
  const related = JSON.stringify(await getRelated(circularLink(entry).path));
  const day = dayPart(entry, asOf);
  return `${entry.digest} ${await codeOf(entry)} ${day} ${describeDependencies(dependencies)} ${related}`;
};

/**
 * All that the pages and files of a circular are made from, besides what every page is: its own files and the letters
 * that its text names (in the digest of the entry), what is known of the pages that it names or that name it or that
 * are like it, its short code, and what the day changes. As long as it is the same they are kept from the last build, so they
 * may read nothing else of the content, nor of the day.
 */
export const keyOf = (entry: CircularEntry): Promise<string> => {
  // One text for all files of a circular: there are tens of thousands of them.
  const key = keys.get(entry) ?? makeKey(entry);
  keys.set(entry, key);
  return key;
};

/** What has a path kept whose file is made from some circulars; nothing in dev, where the keys of all would be made for each page. */
export const keptFor = async (entries: readonly CircularEntry[]) =>
  import.meta.env.DEV ? {} : { cacheKey: (await Promise.all(entries.map(keyOf))).join('\n') };

const pathOf = async (entry: CircularEntry, isKept: boolean) => {
  const [year, id] = entry.id.split('/');
  const path = { params: { year, id }, props: { entry } };
  return isKept ? { ...path, ...(await keptFor([entry])) } : path;
};

/** Every circular for `getStaticPaths` of a page that shows its guidance; Astro renders it from more than a key can hold. */
export const getCircularPaths = async () =>
  Promise.all((await getCirculars()).map((entry) => pathOf(entry, !entry.byAstro)));

/** Every circular for `getStaticPaths` of a page or file that does not. */
export const getCircularFilePaths = async () =>
  Promise.all((await getCirculars()).map((entry) => pathOf(entry, true)));

/** Every circular for `getStaticPaths` of a file of tracking data, which those with few movements have within other files. */
export const getTrackingFilePaths = async () =>
  Promise.all(
    (await getCirculars())
      .filter(({ data }) => !hasFewMovements(data))
      .map((entry) => pathOf(entry, true)),
  );
