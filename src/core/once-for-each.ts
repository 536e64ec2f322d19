/**
 * The same as `work`, but what it gave for a thing is remembered as long as the thing is there: for what many ask of
 * each of many things. `work` must give the same for the same thing.
 */
export const onceForEach = <Thing extends object, Value>(
  work: (thing: Thing) => Value,
): ((thing: Thing) => Value) => {
  const known = new WeakMap<Thing, { readonly value: Value }>();
  return (thing) => {
    const found = known.get(thing) ?? { value: work(thing) };
    known.set(thing, found);
    return found.value;
  };
};
