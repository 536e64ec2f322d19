/** Address of a page or file of the portal at `site`; that of a page ends in a slash. */
export const addressOf = (
  { pathname, isPage }: { readonly pathname: string; readonly isPage: boolean },
  site: string,
): string => {
  const path = `/${pathname.replace(/^\/|\/$/g, '')}`;
  return new URL(isPage && path !== '/' ? `${path}/` : path, site).href;
};

/** What an answer puts into its file; null where it has none. `pathname` names it in an error. */
export const bodyOf = async (response: Response, pathname: string): Promise<Uint8Array | null> => {
  if (response.status >= 300 && response.status < 400) {
    throw new Error(`${pathname} redirects, which a file cannot: forward it by a page.`);
  }
  return response.body === null ? null : new Uint8Array(await response.arrayBuffer());
};
