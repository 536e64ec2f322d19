import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { bundleClassicScript } from './classic-script.ts';

/**
 * Scripts that pages hand out as text, by the module that gives it and the name under which it does: the one for other sites, which is
 * classic and without imports, so that a site includes it by one tag and it may be loaded from elsewhere; and those
 * that are within pages.
 */
const SCRIPTS: Readonly<Record<string, { readonly name: string; readonly source: string }>> = {
  'wian:embed': { name: 'embedScript', source: 'src/browser/embed/embed.ts' },
  'wian:ask-early': { name: 'askEarlyScript', source: 'src/components/search-page/in-page.ts' },
  'wian:line': { name: 'lineScript', source: 'src/browser/line/in-page.ts' },
};

/** The module of a script, bundled and minified; undefined for other ids. */
const moduleOf = async (id: string, root: string): Promise<string | undefined> => {
  const script = id.startsWith('\0') ? SCRIPTS[id.slice(1)] : undefined;
  if (!script) return undefined;
  const text = await bundleClassicScript(`${root}${script.source}`, root);
  return `export const ${script.name} = ${JSON.stringify(text.trim())};`;
};

/** Gives pages the texts of bundled scripts: the modules "wian:embed" and so on. */
export const scriptModules = (): AstroIntegration => ({
  name: 'wian:script-modules',
  hooks: {
    'astro:config:setup': ({ config, updateConfig }) => {
      const root = fileURLToPath(config.root);
      updateConfig({
        vite: {
          plugins: [
            {
              name: 'wian:script-modules',
              resolveId: (id) => (id in SCRIPTS ? `\0${id}` : undefined),
              load: (id) => moduleOf(id, root),
            },
          ],
        },
      });
    },
  },
});
