import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { basePathOf } from '#core/address/portal-address.ts';

/** An address in a file of a built portal, as it is written there. */
export interface Reference {
  /** File relative to the portal. */
  readonly file: string;
  readonly address: string;
}

const ATTRIBUTES = /\s(action|data-[\w-]+|formaction|href|poster|src|srcset|xlink:href)="([^"]*)"/g;
const REFRESH = /content="\d+;url=([^"]*)"/g;
const RAW_TEXT = /<(script|style)\b([^>]*)>[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g;

const unescapeHtml = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('&#38;', '&');

/** Every text of some JSON that begins with a slash, and the addresses in every text that is HTML. */
const inJson = (value: unknown): string[] => {
  if (typeof value === 'string') {
    if (value.startsWith('<')) return inHtml(value);
    return value.startsWith('/') ? [value] : [];
  }
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(inJson) : [];
};

const inAttribute = (name: string, value: string): string[] => {
  if (name === 'srcset') return value.split(/,\s+/).map((part) => part.split(' ')[0] ?? '');
  if (!name.startsWith('data-')) return [value];
  if (/^[[{]/.test(value)) return inJson(JSON.parse(value));
  return /^\/(?:[\w.-]|$)/.test(value) ? [value] : [];
};

const inHtml = (html: string): string[] => {
  const markup = html.replace(RAW_TEXT, (_, name, attributes) =>
    name ? `<${name}${attributes}>` : '',
  );
  return [
    ...[...markup.matchAll(ATTRIBUTES)].flatMap(([, name = '', value = '']) =>
      inAttribute(name, unescapeHtml(value)),
    ),
    ...[...markup.matchAll(REFRESH)].map(([, to = '']) => unescapeHtml(to)),
  ];
};

const inCss = (css: string): string[] =>
  [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].map(([, address = '']) => address);

/** Files that scripts name: beside themselves, or from the root. */
const inScript = (script: string): string[] =>
  // A selector (`[src*="/a.js"]`) names no file.
  [
    ...script.matchAll(/(?<!\*=)["'`]((?:\.{0,2}\/)[\w./-]+\.(?:js|css|wasm|woff2?|json))["'`]/g),
  ].map(([, address = '']) => address);

const READERS: Readonly<Record<string, (text: string) => string[]>> = {
  '.html': inHtml,
  '.svg': inHtml,
  '.css': inCss,
  '.js': inScript,
  '.json': (text) => inJson(JSON.parse(text)),
};
const TEXTS = new Set([...Object.keys(READERS), '.xml', '.ics', '.txt', '.csv']);

/** Absolute addresses of the host of a portal, wherever in a text they stand. */
const absoluteOnes = (text: string, origin: string): string[] =>
  // Lines of calendars are folded.
  unescapeHtml(text.replaceAll('\r\n ', ''))
    .split(origin)
    .slice(1)
    .map((rest) => origin + (/^(?:\/[^\s"'<>\\){},]*)?/.exec(rest)?.[0] ?? ''));

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => !name.startsWith('.') && statSync(join(folder, name)).isFile())
    .sort();

/** Every address in the files of a portal that was built for `site`, but for those of other hosts. */
export const referencesIn = (folder: string, site: string): Reference[] => {
  const { origin } = new URL(site);
  return filesIn(folder)
    .filter((file) => TEXTS.has(extname(file)))
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const own = READERS[extname(file)]?.(text) ?? [];
      return [...own, ...absoluteOnes(text, origin)].map((address) => ({ file, address }));
    });
};

const isThere = (folder: string, path: string): boolean => {
  const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
  return existsSync(file) && statSync(file).isFile();
};

/** What is wrong with an address: that it leaves the path of the portal, or that nothing is there; null where nothing is. */
const faultOf = ({ file, address }: Reference, folder: string, site: string): string | null => {
  const { origin } = new URL(site);
  const base = basePathOf(site);
  const page = `${origin}${base}/${file.replace(/(^|\/)index\.html$/, '$1')}`;
  const url = URL.parse(address, page);
  if (url?.origin !== origin) return null;
  if (!`${url.pathname}/`.startsWith(`${base}/`)) return 'is outside the portal';
  const path = decodeURIComponent(url.pathname.slice(base.length));
  return isThere(folder, path || '/') ? null : 'leads to nothing';
};

/** Every address of a portal built for `site` that leaves its path or leads to nothing, each once, with one file that has it. */
export const wrongReferences = (
  references: readonly Reference[],
  folder: string,
  site: string,
): string[] => {
  const faults = new Map<string, string>();
  const sound = new Set<string>();
  for (const reference of references) {
    const { file, address } = reference;
    const isRelative = !/^(?:\/|[a-z]+:)/.test(address);
    const key = isRelative ? `${file} ${address}` : address;
    if (sound.has(key) || faults.has(key)) continue;
    const fault = faultOf(reference, folder, site);
    if (fault === null) sound.add(key);
    else faults.set(key, `${file}: ${address} ${fault}`);
  }
  return [...faults.values()];
};
