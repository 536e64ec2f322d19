/** One path for `getStaticPaths`, whose page or file is made of one view. */
export interface KeptPath<Params, View> {
  readonly params: Params;
  readonly props: { readonly make: () => Promise<View> };
  readonly cacheKey?: string;
}

/**
 * A path that is kept from the last build as long as `key` is the same, for views that are large: `make` is asked only where
 * the file has to be made. The key has to change with everything that `make` reads, and with the day of the build where the
 * file depends on that.
 */
export const keptByKey = <Params, View>(
  params: Params,
  key: string,
  make: () => View | Promise<View>,
): KeptPath<Params, View> => ({
  params,
  props: { make: async () => make() },
  ...(import.meta.env.DEV ? {} : { cacheKey: key }),
});

/**
 * A path that is kept from the last build as long as `make` gives the same; so its page or file may read nothing else of
 * the content, nor the day of the build. What `make` gives is plain data.
 */
export const keptPath = async <Params, View>(
  params: Params,
  make: () => View | Promise<View>,
): Promise<KeptPath<Params, View>> => {
  // In dev one page is requested at a time, and nothing is remembered between two.
  if (import.meta.env.DEV) return { params, props: { make: async () => make() } };
  const view = await make();
  // A text is its own key: to write it as JSON would copy megabytes.
  const cacheKey = typeof view === 'string' ? view : JSON.stringify(view);
  return { params, props: { make: async () => view }, cacheKey };
};
