import { underBase } from './portal-address.ts';

/** Attributes whose whole value is one address. `data-…` is one where the value looks like a path. */
const ADDRESS = new Set(['action', 'data', 'formaction', 'href', 'poster', 'src', 'xlink:href']);
const ADDRESSES = new Set(['imagesrcset', 'srcset']);

/** Elements whose content is text and never markup. */
const RAW = /^<(script|style|textarea|title)[\s/>]/i;
const TAG_NAME = /[a-z]/i;

/** A path in plain letters: what else begins with a slash in a `data-` attribute is text. */
const LOOKS_LIKE_PATH = /^\/(?:[\w.-][^\s<>]*)?$/;
/** The property `href` of JSON in an attribute, where quotes are escaped. */
const ESCAPED_HREF = /(&#34;|&quot;)href\1:\1(?=\/(?!\/))/g;
/** `0;url=/manuals/` of a `<meta http-equiv="refresh">`. */
const REFRESH = /^(\s*\d+\s*;\s*url=)(\/.*)$/i;

const ATTRIBUTE = /(?<=[\s"'])([^\s"'=<>/]+)=(?:"([^"]*)"|'([^']*)')/g;

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
  // Most tags hold no slash, and this is asked of every tag of every page.
  tag.includes('/')
    ? tag.replace(ATTRIBUTE, (whole, name: string, double?: string, single?: string) => {
        const value = double ?? single ?? '';
        if (!value.includes('/')) return whole;
        const quote = double === undefined ? "'" : '"';
        return `${name}=${quote}${basedValue(base, name.toLowerCase(), value)}${quote}`;
      })
    : tag;

/** Where something ends that begins before `from`; the end of the text where it doesn't. */
const endBehind = (text: string, what: string, from: number): number => {
  const at = text.indexOf(what, from);
  return at === -1 ? text.length : at + what.length;
};

/** Where a tag ends, which it does not within quotes; -1 where it doesn't. */
const endOfTag = (html: string, open: number): number => {
  const marks = /["'>]/g;
  marks.lastIndex = open;
  for (let mark = marks.exec(html); mark !== null; mark = marks.exec(html)) {
    if (mark[0] === '>') return marks.lastIndex;
    const close = html.indexOf(mark[0], marks.lastIndex);
    if (close === -1) return -1;
    marks.lastIndex = close + 1;
  }
  return -1;
};

/** The tags of a page that may hold addresses, in order. Each character is read a fixed number of times. */
function* openTags(html: string): Generator<{ readonly tag: string; readonly at: number }> {
  let lower: string | undefined;
  let at = 0;
  for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', at)) {
    at = open + 1;
    if (html.startsWith('!--', at)) at = endBehind(html, '-->', at);
    if (!TAG_NAME.test(html.charAt(open + 1))) continue;
    const end = endOfTag(html, open);
    if (end === -1) return;
    const tag = html.slice(open, end);
    yield { tag, at: open };
    at = end;
    const [, raw] = RAW.exec(tag) ?? [];
    if (raw === undefined) continue;
    lower ??= html.toLowerCase();
    at = endBehind(lower, `</${raw.toLowerCase()}`, end);
  }
}

/**
 * A page as it is where its portal is under `base` (`/sub/path`; `''` changes nothing): every address in an attribute
 * that begins with one slash gets the base in front. What pages say, as text, script or description, stays as it is.
 */
export const htmlUnderBase = (html: string, base: string): string => {
  if (base === '') return html;
  const made: string[] = [];
  let copied = 0;
  for (const { tag, at } of openTags(html)) {
    const based = basedTag(base, tag);
    if (based === tag) continue;
    made.push(html.slice(copied, at), based);
    copied = at + tag.length;
  }
  made.push(html.slice(copied));
  return made.join('');
};

const basedProperty = (base: string, name: string, value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  if (name === 'href') return underBase(base, value);
  return value.startsWith('<') ? htmlUnderBase(value, base) : value;
};

/**
 * JSON as JSON.stringify writes it, where its portal is under `base`: each property `href` gets the base in front, and
 * each address in a text that is HTML, which begins with a tag. Throws a SyntaxError for what is no JSON.
 */
export const jsonUnderBase = (json: string, base: string): string => {
  if (base === '' || !json.includes('"/')) return json;
  return JSON.stringify(JSON.parse(json, (name, value) => basedProperty(base, name, value)));
};
