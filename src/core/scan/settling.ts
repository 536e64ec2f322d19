/** Files of a folder by name, each with a mark that changes when the file does. */
export type FileMarks = ReadonlyMap<string, string>;

/** What is to be done after a look at a folder. */
export interface FolderLook {
  /** Files that are as they were at the look before, and not as they were when they were last read. */
  readonly toRead: readonly string[];
  /** Files that were read and are no longer there. */
  readonly gone: readonly string[];
}

/**
 * Compares two looks at a folder. A file that has changed between them, or was not there, is still being written, and waits for
 * the next look; one that was read is read again only where it changed since. In the order of the later look.
 */
export const lookAt = (before: FileMarks, now: FileMarks, read: FileMarks): FolderLook => ({
  toRead: [...now]
    .filter(([name, mark]) => before.get(name) === mark && read.get(name) !== mark)
    .map(([name]) => name),
  gone: [...read.keys()].filter((name) => !now.has(name)),
});
