/** Bundled scripts as text: see src/store/portal/script-modules.ts. */
declare module 'wian:embed' {
  export const embedScript: string;
}
declare module 'wian:ask-early' {
  export const askEarlyScript: string;
}
declare module 'wian:line' {
  export const lineScript: string;
}
