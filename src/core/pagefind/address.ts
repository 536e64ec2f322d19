const ABSOLUTE = /^(?:https?:)?\/\//;

/** The address of a page as results give it: behind the base of its site, unless it is absolute. */
export const fullAddress = (address: string, baseUrl: string): string => {
  if (ABSOLUTE.test(address)) return address;
  const [, origin = '', path = ''] = /^((?:https?:)?\/\/[^/]+)?(.*)$/.exec(baseUrl) ?? [];
  return origin + `${path}/${address}`.replace(/\/{2,}/g, '/');
};

/** The address with each word of the query under a parameter, for a script that highlights them on the page. */
export const highlightAddress = (
  address: string,
  param: string | null,
  terms: readonly string[],
): string => {
  if (param === null || terms.length === 0) return address;
  const [, path = '', fragment = ''] = /^([^#]*)(.*)$/.exec(address) ?? [];
  const added = new URLSearchParams(terms.map((term) => [param, term])).toString();
  return `${path}${path.includes('?') ? '&' : '?'}${added}${fragment}`;
};

/** The address of a part of a page. */
export const anchoredAddress = (address: string, id: string): string =>
  `${address.replace(/#.*$/, '')}#${encodeURIComponent(id)}`;

/** Where a site begins whose search is in a folder: `/docs/` for `/docs/pagefind/`. */
export const siteOfBundle = (bundle: string): string =>
  /^(.*\/)_?pagefind/.exec(bundle)?.[1] ?? '/';
