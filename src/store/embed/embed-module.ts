import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { bundleClassicScript } from '#store/portal/classic-script.ts';

const NAME = 'wian:embed';
const ID = `\0${NAME}`;
const SOURCE = 'src/browser/embed/embed.ts';

/**
 * The script for other sites as one classic script without imports: a site includes it by one tag, and a script that is no module
 * needs no permission of the host to be loaded from elsewhere.
 */
export const bundleEmbed = (root: string): Promise<string> =>
  bundleClassicScript(`${root}${SOURCE}`, root);

/** Gives the pages the bundled script for other sites: the module "wian:embed". */
export const embedModule = (): AstroIntegration => ({
  name: NAME,
  hooks: {
    'astro:config:setup': ({ config, updateConfig }) => {
      const root = fileURLToPath(config.root);
      updateConfig({
        vite: {
          plugins: [
            {
              name: NAME,
              resolveId: (id) => (id === NAME ? ID : undefined),
              load: async (id) =>
                id === ID
                  ? `export const embedScript = ${JSON.stringify(await bundleEmbed(root))};`
                  : undefined,
            },
          ],
        },
      });
    },
  },
});
