import type { AstroIntegration } from 'astro';

/** Pages for those who write or work on the portal, which only `npm run dev` serves: no build knows their routes. */
export const devPages = (): AstroIntegration => ({
  name: 'wian:dev-pages',
  hooks: {
    'astro:config:setup': ({ command, injectRoute }) => {
      if (command !== 'dev') return;
      injectRoute({
        pattern: '/dev/components/',
        entrypoint: './src/components/body-parts/DevPage.astro',
      });
    },
  },
});
