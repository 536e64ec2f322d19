/** The circulars as their loader kept them: see src/store/content/circulars-module.ts. */
declare module 'wian:circulars' {
  /** What `printStoredRecords` printed. */
  export const readCirculars: () => string;
}
