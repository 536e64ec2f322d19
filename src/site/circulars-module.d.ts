/** The circulars as their loader kept them: see src/store/content/circulars-module.ts. */
declare module 'wian:circulars' {
  export const readCirculars: () => readonly import('#core/stored-record.ts').StoredRecord[];
  /** A number that is another after each change of the content in dev. */
  export const contentRevision: () => number;
}
