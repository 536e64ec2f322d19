import { Hono } from 'hono';

/** Pages of a desk that are loaded when the first of them is asked for. */
export interface LazyPart<Loaded> {
  /** Loads them where nobody has asked yet. */
  readonly loaded: () => Promise<Loaded>;
  /** What was loaded; null where nobody has asked. */
  readonly known: () => Promise<Loaded> | null;
}

/**
 * Puts pages under a path, as `/desk/letters`: what they need is loaded by `load`, which gets where their routes go, with the
 * first request. A desk that nobody asks for them holds some megabytes less.
 */
export const lazyPart = <Loaded>(
  app: Hono,
  path: string,
  load: (part: Hono) => Promise<Loaded>,
): LazyPart<Loaded> => {
  const part = new Hono();
  let loading: Promise<Loaded> | null = null;
  const loaded = (): Promise<Loaded> => {
    loading ??= load(part);
    return loading;
  };
  app.all(`${path}/*`, async (c) => {
    await loaded();
    return part.fetch(c.req.raw, c.env);
  });
  return { loaded, known: () => loading };
};

/** Gives what ends what a lazy part runs beside the desk; of one that was not loaded nothing runs. */
export const stopperOf = <Loaded>(
  lazy: Pick<LazyPart<Loaded>, 'known'>,
  stop: (loaded: Loaded) => void,
): (() => void) => {
  let isStopped = false;
  return () => {
    if (isStopped) return;
    isStopped = true;
    // Where loading it failed, who asked for it was told.
    void lazy.known()?.then(stop, () => undefined);
  };
};
