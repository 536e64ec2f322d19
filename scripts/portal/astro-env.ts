/** What `import.meta.env` has of Vite and Astro: Astro takes a variable of the same name before them. */
const TAKEN = ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'];

/**
 * Prepares an environment for Astro: without what other tools mean by such names, for DEV=1 would publish drafts and SITE
 * move every address, and without what would make it report on its use. `mode` is what Vite goes by.
 */
export const prepareForAstro = (
  env: NodeJS.ProcessEnv,
  mode: 'development' | 'production',
): void => {
  for (const name of TAKEN) delete env[name];
  env.ASTRO_TELEMETRY_DISABLED = '1';
  env.NODE_ENV = mode;
};
