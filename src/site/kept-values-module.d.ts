/** Values that the last build worked out: see src/store/content/kept-values.ts. */
declare module 'wian:kept-values' {
  export const keptValue: <Value>(name: string, inputs: string, compute: () => Value) => Value;
}
