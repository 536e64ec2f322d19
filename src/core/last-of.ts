/**
 * The same as `work`, but what it gave last is remembered: for work over and over on one thing, then on the next.
 * `work` must give the same for the same key.
 */
export const lastOf = <Key, Value>(work: (key: Key) => Value): ((key: Key) => Value) => {
  let last: { readonly key: Key; readonly value: Value } | undefined;
  return (key) => {
    if (!last || last.key !== key) last = { key, value: work(key) };
    return last.value;
  };
};
