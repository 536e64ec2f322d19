import type { AstroIntegration } from 'astro';

type DevServer = Parameters<
  NonNullable<AstroIntegration['hooks']['astro:server:setup']>
>[0]['server'];

// Astro loads its configuration through Node and content.config.ts through Vite: two instances of this module in
// one process, which meet here.
const KEY = Symbol.for('wian.content-changed');
const processWide = globalThis as { [KEY]?: DevServer };

/** Environments of Vite in which Astro makes pages. */
const OF_PAGES = ['ssr', 'prerender'];

/**
 * Says to a dev server that content has changed which lies beside Astro's store: the paths of pages are asked for again, and
 * browsers load what they show. Astro itself says so half a second after each change of its store, which it then reads anew.
 */
export const announceContentChange = (): void => {
  const server = processWide[KEY];
  if (!server) return;
  for (const name of OF_PAGES) server.environments[name]?.hot.send('astro:content-changed', {});
  server.ws.send({ type: 'full-reload', path: '*' });
};

/**
 * Has modules that are being loaded while they are invalidated loaded once more. Astro 7.3.5 invalidates its store as Vite does
 * for a hot replacement, of which Vite 8.3.8 does not keep when it was: what was read before then counts as read after, and
 * pages show it until the next change.
 */
export const dropLoadsUnderWay = ({ environments }: Pick<DevServer, 'environments'>): void => {
  for (const name of OF_PAGES) {
    const graph = environments[name]?.moduleGraph;
    if (!graph) continue;
    const invalidate = graph.invalidateModule.bind(graph);
    graph.invalidateModule = (module, seen, timestamp, isHot, isSoft) => {
      // Importers are invalidated by the same method, with what has been seen on the way.
      if (isHot && seen === undefined) invalidate(module);
      invalidate(module, seen, timestamp, isHot, isSoft);
    };
  }
};

/** Lets loaders say what `announceContentChange` says, and pages show the last of several changes. */
export const contentChanges = (): AstroIntegration => ({
  name: 'wian:content-changes',
  hooks: {
    'astro:server:setup': ({ server }) => {
      processWide[KEY] = server;
      dropLoadsUnderWay(server);
    },
  },
});
