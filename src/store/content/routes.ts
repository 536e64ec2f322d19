const step = (name: string): string => (name.startsWith('[') ? '*' : name);

/**
 * The addresses that files of src/pages serve, dynamic steps as `*`: `manuals/index.astro` serves `/manuals/`,
 * `feeds/[kind].xml.ts` serves `/feeds/*.xml`.
 */
export const pagesOfRoutes = (files: readonly string[]): string[] =>
  files.flatMap((file) => {
    const page = /^(.*?)(?:\/?index)?\.(?:astro|mdx?)$/.exec(file);
    if (page) {
      const steps = (page[1] as string).split('/').filter(Boolean).map(step);
      return [steps.length === 0 ? '/' : `/${steps.join('/')}/`];
    }
    const endpoint = /^(.+\.[a-z]+)\.ts$/.exec(file);
    if (!endpoint || endpoint[1]?.endsWith('.test')) return [];
    return [`/${(endpoint[1] as string).replace(/\[[^\]]+\]/g, '*')}`];
  });
