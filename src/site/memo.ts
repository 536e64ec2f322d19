import { memoizeByName } from '#core/memo.ts';

const remember = memoizeByName();

/**
 * Computes something over whole collections once a build, however many pages ask; in dev, where content changes, each
 * time. `name` must be another for each thing.
 */
export const memoizePerBuild = <Value>(
  name: string,
  compute: () => Promise<Value>,
): Promise<Value> => (import.meta.env.DEV ? compute() : remember(name, compute));
