// A module that imports it is evaluated again with each state of the collections that Astro keeps, of which the revision tells
// only when a watcher has seen their file.
import 'astro:content';
import { contentRevision } from 'wian:circulars';
import { memoizeByName, memoizeUntilChange } from '#core/memo.ts';

const remember = import.meta.env.DEV ? memoizeUntilChange(contentRevision) : memoizeByName();

/**
 * Computes something over whole collections once a build, however many pages ask; in dev, where content changes, once between two
 * changes. `name` must be another for each thing.
 */
export const memoizePerBuild = <Value>(
  name: string,
  compute: () => Promise<Value>,
): Promise<Value> => remember(name, compute);
