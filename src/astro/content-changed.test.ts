import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createViteServer } from 'vitest/node';
import { dropLoadsUnderWay } from './content-changed.ts';

const STORE = 'virtual:store';
const PAGE = 'virtual:page';

/** A module whose text changes, and that takes long to be read where `wait` says so. */
const store = { text: 'first', wait: Promise.resolve(), begun: () => {} };

const storeModules = {
  name: 'test:store',
  resolveId: (id: string) => ([STORE, PAGE].includes(id) ? `\0${id}` : undefined),
  load: async (id: string) => {
    if (id === `\0${PAGE}`) {
      return `export const shown = (await import('${STORE}')).default`;
    }
    if (id !== `\0${STORE}`) return;
    const { text, wait } = store;
    store.begun();
    await wait;
    return `export default ${JSON.stringify(text)}`;
  },
};

type Server = Awaited<ReturnType<typeof createViteServer>>;
let server: Server;

beforeEach(async () => {
  server = await createViteServer({
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, ws: false, watch: null },
    plugins: [storeModules],
  });
});

afterEach(() => server.close());

const pageEnvironment = () => {
  const { ssr } = server.environments;
  if (!('runner' in ssr)) throw new Error('Vite has no runner for modules of the server.');
  return ssr as typeof ssr & {
    runner: {
      import: (id: string) => Promise<{ shown: string }>;
      evaluatedModules: {
        getModuleById: (id: string) => object | undefined;
        invalidateModule: (module: object) => void;
      };
    };
  };
};

const shown = async (): Promise<string> => (await pageEnvironment().runner.import(PAGE)).shown;

/** Changes the store, and says so as Astro does. */
const write = (text: string): void => {
  store.text = text;
  const { moduleGraph, runner } = pageEnvironment();
  const module = moduleGraph.getModuleById(`\0${STORE}`);
  if (module) moduleGraph.invalidateModule(module, undefined, Date.now(), true);
  const evaluated = runner.evaluatedModules.getModuleById(`\0${STORE}`);
  if (evaluated) runner.evaluatedModules.invalidateModule(evaluated);
};

describe('dropLoadsUnderWay', () => {
  it('has a page show what was written while its content was being read', async () => {
    dropLoadsUnderWay(server);
    expect(await shown()).toBe('first');
    write('second');
    const slow = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    Object.assign(store, { wait: slow.promise, begun: begun.resolve });
    const before = shown();
    await begun.promise;
    write('third');
    slow.resolve();
    await before;
    expect(await shown()).toBe('third');
  });
});
