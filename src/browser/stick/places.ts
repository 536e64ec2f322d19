import { wayUp } from '#core/stick/address.ts';
import { readData } from './data-scripts.ts';

/** Written by the build of the stick. */
declare const STICK_SITE: string;
/** Whether parts of the portal were left out. */
declare const STICK_PARTIAL: boolean;
/** Top folders of the portal of which the stick has files, with a list for each; "_" for files in none. */
declare const STICK_LISTS: readonly string[];

/** Address of the portal on its host, without a slash at its end. */
export const SITE = new URL(STICK_SITE);
export const BASE = SITE.pathname.replace(/\/$/, '');
export const IS_PARTIAL = STICK_PARTIAL;

/** Folder of the stick: this script is in stick/js/. */
export const ROOT = new URL(
  wayUp('stick/js/stick.js'),
  (document.currentScript as HTMLScriptElement).src,
);

const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** Absolute address of a file on the stick, by its path from the folder of the stick. */
export const placeOf = (path: string): string => new URL(encoded(path), ROOT).href;

/** The path within the portal of an address of the portal; null for one outside of the portal. */
export const pathOf = (address: string | URL): string | null => {
  const url = new URL(address, onlineHref());
  if (url.origin !== SITE.origin) return null;
  if (url.pathname !== BASE && !url.pathname.startsWith(`${BASE}/`)) return null;
  let path = url.pathname.slice(BASE.length + 1);
  try {
    path = decodeURIComponent(path);
  } catch {
    // As it is written.
  }
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
};

/** The address that this page has on its host. */
export const onlineHref = (): string => {
  const inside = location.href.startsWith(ROOT.href)
    ? location.href.slice(ROOT.href.length)
    : 'index.html';
  const end = inside.search(/[?#]|$/);
  const path = inside.slice(0, end).replace(/(^|\/)index\.html$/, '$1');
  return `${SITE.origin}${BASE}/${path}${inside.slice(end)}`;
};

/** An address of the portal as it is on the stick, with query and fragment; as it is where it leads elsewhere. */
export const localAddress = (address: string | URL): string => {
  const text = String(address);
  if (/^[?#]/.test(text)) return text;
  const path = pathOf(text);
  if (path === null) return text;
  const { search, hash } = new URL(text, onlineHref());
  return placeOf(path) + search + hash;
};

const NOTHING: Promise<ReadonlySet<string>> = Promise.resolve(new Set<string>());
const lists = new Map<string, Promise<ReadonlySet<string> | null>>();

/** Files of the top folder that a path begins with, as far as they are on the stick; null where their list is missing. */
const listOf = (path: string): Promise<ReadonlySet<string> | null> => {
  const slash = path.indexOf('/');
  const top = slash < 0 ? '_' : path.slice(0, slash);
  if (!STICK_LISTS.includes(top)) return NOTHING;
  const known =
    lists.get(top) ??
    readData(`list ${top}`, placeOf(`stick/list/${top}.js`)).then((text) =>
      typeof text === 'string'
        ? new Set(text.split('\n').map((line) => line.split('\t')[0] ?? ''))
        : null,
    );
  lists.set(top, known);
  return known;
};

/** Whether a file is on the stick; null where the list that would say so is missing. */
export const isHere = async (path: string): Promise<boolean | null> => {
  const list = await listOf(path);
  return list === null ? null : list.has(path);
};
