/**
 * Five ways to remember what a function returned. Of all of them holds: the function must return the same for the same
 * key, and what it throws is not remembered.
 */

/** Remembers the last result: for a caller that asks many times for one key, then for the next. */
export const memoizeLast = <Key, Value>(compute: (key: Key) => Value): ((key: Key) => Value) => {
  let last: { readonly key: Key; readonly value: Value } | undefined;
  return (key) => {
    if (!last || last.key !== key) last = { key, value: compute(key) };
    return last.value;
  };
};

/** Remembers the result for each object as long as the object exists: for many callers that ask for each of many. */
export const memoizeEach = <Key extends object, Value>(
  compute: (key: Key) => Value,
): ((key: Key) => Value) => {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: compute(key) };
    known.set(key, found);
    return found.value;
  };
};

/**
 * Remembers the last result for a list: for a caller that asks again with another list of the same objects.
 */
export const memoizeLastList = <Item extends object, Value>(
  compute: (items: readonly Item[]) => Value,
): ((items: readonly Item[]) => Value) => {
  let last: { readonly items: readonly Item[]; readonly value: Value } | undefined;
  return (items) => {
    const isSame =
      last?.items.length === items.length && items.every((item, at) => item === last?.items[at]);
    if (!last || !isSame) last = { items, value: compute(items) };
    return last.value;
  };
};

/**
 * Remembers results by name for good, each with its own computation: for what a process works out once. A promise that
 * rejects stays: what could not be worked out once can't be worked out later in the same process.
 */
export const memoizeByName = () => {
  const known = new Map<string, unknown>();
  return <Value>(name: string, compute: () => Value): Value => {
    if (!known.has(name)) known.set(name, compute());
    return known.get(name) as Value;
  };
};

/**
 * Remembers results by name as long as `stateOf` gives the same: for what is worked out from something that changes while the
 * process runs. A computation that was under way when it changed is not remembered for the state behind it.
 */
export const memoizeUntilChange = (stateOf: () => unknown) => {
  let state: unknown;
  let remember = memoizeByName();
  return <Value>(name: string, compute: () => Value): Value => {
    const current = stateOf();
    if (current !== state) {
      state = current;
      remember = memoizeByName();
    }
    return remember(name, compute);
  };
};
