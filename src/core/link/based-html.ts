import { underBase } from './portal-address.ts';

/** Attributes whose whole value is one address. `data-…` is one where the value looks like a path. */
const ADDRESS = new Set(['action', 'data', 'formaction', 'href', 'poster', 'src', 'xlink:href']);
const ADDRESSES = new Set(['imagesrcset', 'srcset']);

/** Elements whose content is text and never markup. */
const RAW = new Set(['script', 'style', 'textarea', 'title']);

/** A path in plain letters: what else begins with a slash in a `data-` attribute is text. */
const LOOKS_LIKE_PATH = /^\/(?:[\w.-][^\s<>]*)?$/;
/** The property `href` of JSON in an attribute, where quotes are escaped. */
const ESCAPED_HREF = /(&#34;|&quot;)href\1:\1(?=\/(?!\/))/g;
/** `0;url=/manuals/` of a `<meta http-equiv="refresh">`. */
const REFRESH = /^(\s*\d+\s*;\s*url=)(\/.*)$/i;

const TAG = /<([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/iy;
const ATTRIBUTE = /([^\s"'=<>/]+)=(?:"([^"]*)"|'([^']*)')/g;

const basedSet = (base: string, value: string): string =>
  value
    .split(/(,\s+)/)
    .map((candidate) => underBase(base, candidate))
    .join('');

const basedValue = (base: string, name: string, value: string): string => {
  if (ADDRESS.has(name)) return underBase(base, value);
  if (ADDRESSES.has(name)) return basedSet(base, value);
  if (name === 'content') {
    return value.replace(REFRESH, (_, wait: string, to: string) => wait + underBase(base, to));
  }
  if (!name.startsWith('data-')) return value;
  return LOOKS_LIKE_PATH.test(value)
    ? underBase(base, value)
    : value.replace(ESCAPED_HREF, (before) => before + base);
};

const basedTag = (base: string, tag: string): string =>
  // Most tags hold no slash but those of a closed element, and this is asked of every tag of every page.
  tag.includes('/')
    ? tag.replace(ATTRIBUTE, (whole, name: string, double?: string, single?: string) => {
        const value = double ?? single ?? '';
        if (!value.includes('/')) return whole;
        const quote = double === undefined ? "'" : '"';
        return `${name}=${quote}${basedValue(base, name.toLowerCase(), value)}${quote}`;
      })
    : tag;

/** Where the text of a raw element ends, which a tag of the same name alone can do. */
const endOfRaw = (html: string, lower: () => string, name: string, from: number): number => {
  const end = lower().indexOf(`</${name}`, from);
  return end === -1 ? html.length : end;
};

/**
 * A page as it is where its portal stands under `base` (`/sub/path`; `''` changes nothing): every address in an attribute
 * that begins with one slash gets the base in front. What pages say, as text, script or description, stays as it is.
 */
export const htmlUnderBase = (html: string, base: string): string => {
  if (base === '') return html;
  let lowered: string | undefined;
  const lower = (): string => {
    lowered ??= html.toLowerCase();
    return lowered;
  };
  const made: string[] = [];
  let at = 0;
  for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', at)) {
    made.push(html.slice(at, open));
    at = open;
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + '<!--'.length);
      at = end === -1 ? html.length : end;
      made.push(html.slice(open, at));
      continue;
    }
    TAG.lastIndex = at;
    const [tag, name = ''] = TAG.exec(html) ?? ['<'];
    made.push(basedTag(base, tag));
    at += tag.length;
    const element = name.toLowerCase();
    if (!RAW.has(element)) continue;
    const end = endOfRaw(html, lower, element, at);
    made.push(html.slice(at, end));
    at = end;
  }
  made.push(html.slice(at));
  return made.join('');
};

const basedProperty = (base: string, name: string, value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  if (name === 'href') return underBase(base, value);
  return value.startsWith('<') ? htmlUnderBase(value, base) : value;
};

/**
 * JSON as JSON.stringify writes it, where its portal stands under `base`: each property `href` gets the base in front, and
 * each address in a text that is HTML, which begins with a tag. Throws a SyntaxError for what is no JSON.
 */
export const jsonUnderBase = (json: string, base: string): string => {
  if (base === '' || !json.includes('"/')) return json;
  return JSON.stringify(JSON.parse(json, (name, value) => basedProperty(base, name, value)));
};
