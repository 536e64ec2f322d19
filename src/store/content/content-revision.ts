// See letter-index-channel.ts: loaders and pages are two instances of this module in one process.
const KEY = Symbol.for('wian.content-revision');
const processWide = globalThis as { [KEY]?: number };

/** A number that is another after each change of the content that this process has noticed. */
export const contentRevision = (): number => processWide[KEY] ?? 0;

/** Says that content has changed, or that a change of it was read. */
export const noteContentChange = (): void => {
  processWide[KEY] = contentRevision() + 1;
};
