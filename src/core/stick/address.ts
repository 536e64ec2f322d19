/** Where an address on a page of the portal leads to. */
export type Target =
  /** A file of the portal; `suffix` is its query and fragment. */
  | { readonly kind: 'file'; readonly file: string; readonly suffix: string }
  /** Another place on the host under a part of which the portal is. */
  | { readonly kind: 'host' }
  /** Outside, or the page itself. */
  | { readonly kind: 'as-is' };

const AS_IS: Target = { kind: 'as-is' };
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

const resolved = (path: string, folder: string): string => {
  const names = folder === '' ? [] : folder.split('/');
  const parts = path.split('/');
  const last = parts.pop() ?? '';
  for (const part of parts) {
    if (part === '..') names.pop();
    else if (part !== '.' && part !== '') names.push(part);
  }
  if (last === '..') names.pop();
  const end = last === '..' || last === '.' ? '' : last;
  return [...names, end].join('/');
};

/**
 * What an address means on the page `page` ("faq/a/index.html") of a portal that is under `base` ("" or "/sub/path"). A
 * folder is its index.html.
 */
export const readAddress = (address: string, page: string, base: string): Target => {
  if (address === '' || address[0] === '#' || address[0] === '?') return AS_IS;
  if (address.startsWith('//') || SCHEME.test(address)) return AS_IS;
  const end = address.search(/[?#]/);
  const path = end < 0 ? address : address.slice(0, end);
  const suffix = end < 0 ? '' : address.slice(end);
  let file: string;
  if (path[0] === '/') {
    if (base !== '' && path !== base && !path.startsWith(`${base}/`)) return { kind: 'host' };
    file = resolved(path.slice(base.length + 1), '');
  } else {
    const slash = page.lastIndexOf('/');
    file = resolved(path, slash < 0 ? '' : page.slice(0, slash));
  }
  file = decoded(file);
  if (file === '' || file.endsWith('/')) file += 'index.html';
  return { kind: 'file', file, suffix };
};

/** From a page up to the folder of the stick: "../../" for "faq/a/index.html". */
export const wayUp = (page: string): string => '../'.repeat(page.split('/').length - 1);

/** A path of the stick as an address relative to its folder. */
export const relativeAddress = (path: string): string =>
  path.split('/').map(encodeURIComponent).join('/');

/** The path by which the portal is asked for a file: a page by its folder. */
export const onlinePath = (file: string): string =>
  `/${relativeAddress(file).replace(/(^|\/)index\.html$/, '$1')}`;
