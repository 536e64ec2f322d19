/** Gives what `make` makes for a key: what it made for it before, where that is still kept. */
export type KeepBytes = (key: string, make: () => Promise<Buffer>) => Promise<Buffer>;

/**
 * Keeps what takes long to make, up to so many bytes; what was not asked for longest goes first. Whoever asks while something is
 * being made waits for it; what fails is made anew the next time.
 */
export const keepBytes = (mostBytes: number): KeepBytes => {
  const kept = new Map<string, Promise<Buffer>>();
  const sizes = new Map<string, number>();
  let total = 0;
  const forget = (key: string): void => {
    kept.delete(key);
    total -= sizes.get(key) ?? 0;
    sizes.delete(key);
  };
  const makeRoom = (): void => {
    for (const key of sizes.keys()) {
      if (total <= mostBytes) return;
      forget(key);
    }
  };
  const begin = (key: string, make: () => Promise<Buffer>): Promise<Buffer> => {
    const made = make();
    kept.set(key, made);
    made.then(
      ({ length }) => {
        sizes.set(key, length);
        total += length;
        makeRoom();
      },
      () => kept.delete(key),
    );
    return made;
  };
  return (key, make) => {
    const size = sizes.get(key);
    if (size !== undefined) {
      sizes.delete(key);
      sizes.set(key, size);
    }
    return kept.get(key) ?? begin(key, make);
  };
};
