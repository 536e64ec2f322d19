/** The bundled script for other sites: see src/store/embed/embed-module.ts. */
declare module 'wian:embed' {
  export const embedScript: string;
}
