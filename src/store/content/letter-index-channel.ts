import { indexLetters, type LetterIndex } from '#core/letter/number-index.ts';

/** Hands the index of letters from the loader that makes it to everything that renders Markdown. */
interface Channel {
  current: LetterIndex | null;
  waiting: PromiseWithResolvers<LetterIndex>;
  readonly listeners: Set<() => void>;
}

// Astro loads its configuration through Node and content.config.ts through Vite: two instances of this module in
// one process, which meet here.
const KEY = Symbol.for('wian.letter-index');
const processWide = globalThis as { [KEY]?: Channel };

const newWait = (): PromiseWithResolvers<LetterIndex> => {
  const wait = Promise.withResolvers<LetterIndex>();
  // Whoever waits hears of the failure; nobody may be waiting.
  wait.promise.catch(() => {});
  return wait;
};

const channel = (): Channel => {
  processWide[KEY] ??= { current: null, waiting: newWait(), listeners: new Set() };
  return processWide[KEY];
};

/** Makes an index the one that bodies are rendered with, and calls every listener. */
export const publishLetterIndex = (index: LetterIndex): void => {
  const to = channel();
  to.current = index;
  to.waiting.resolve(index);
  for (const listener of to.listeners) listener();
};

/** Tells those who wait that there will be no index. */
export const failLetterIndex = (error: unknown): void => {
  channel().waiting.reject(error);
  channel().waiting = newWait();
};

/** The index last published, or the first one once it is there. */
export const letterIndexWhenThere = async (): Promise<LetterIndex> =>
  channel().current ?? channel().waiting.promise;

/** The index last published; an empty one before that. */
export const currentLetterIndex = (): LetterIndex => channel().current ?? indexLetters([]);

/** Calls back on every later publication (the dev server renders again what it changes). */
export const onLetterIndex = (listener: () => void): void => {
  channel().listeners.add(listener);
};
