import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { rolldown } from 'rolldown';

const NAME = 'wian:embed';
const ID = `\0${NAME}`;
const SOURCE = 'src/browser/embed/embed.ts';

/**
 * The script for other sites as one classic script without imports: a site includes it by one tag, and a script that is no module
 * needs no permission of the host to be loaded from elsewhere.
 */
export const bundleEmbed = async (root: string): Promise<string> => {
  const build = await rolldown({
    input: `${root}${SOURCE}`,
    cwd: root,
    platform: 'browser',
    logLevel: 'silent',
    tsconfig: false,
    // An import that is not there would only fail in the browser.
    onLog: (level, log) => {
      if (level === 'warn') throw new Error(`${SOURCE}: ${log.message}`);
    },
  });
  try {
    const { output } = await build.generate({ format: 'iife', minify: true, codeSplitting: false });
    return output[0].code;
  } finally {
    await build.close();
  }
};

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
