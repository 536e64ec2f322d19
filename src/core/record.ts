/** Path of the page of a record, from its kind and id: `/circulars/2567/dla-0808-4-w2007-0917/`. */
export const recordHref = (kind: string, id: string): string => `/${kind}/${id}/`;

/** The content file of the page of a circular, from its id: `content/circulars/2567/dla-0808-4-w2007-0917/index.mdx`. */
export const circularPage = (id: string): string => `content/circulars/${id}/index.mdx`;

/** Path of the page that a content file becomes: `content/laws/a.mdx` and `content/laws/a/index.mdx` → `/laws/a/`. */
export const hrefOfContentFile = (file: string): string | null => {
  const path = /(?:^|\/)content\/(.+?)(?:\/index)?\.mdx$/.exec(file)?.[1];
  return path === undefined ? null : `/${path}/`;
};
