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
