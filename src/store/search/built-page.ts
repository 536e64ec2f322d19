import { Parser } from 'htmlparser2';
import type { PageSection, SearchDocument } from '#core/search/document.ts';
import { tidy } from '#core/search/normalise.ts';
import { BLOCKS, placeSections, TextBuffer, VOID } from './html-text.ts';

/**
 * Reads a built page as it is to be found, by the attributes that Pagefind made known: `data-pagefind-body` (only what is
 * within is indexed), `data-pagefind-ignore`, `data-pagefind-meta`, `data-pagefind-filter` and `data-pagefind-sort`, each `name`, `name:value` or
 * `name[attribute]`. The meta name `number`, `date` or `identity` makes an identity of the page, which results show but for
 * the last; `force` is its legal force, and `weight` `low` puts it below others. An element with `data-search-section`, such as the head of a row of a table, makes a section of its own text
 * that leads to the element of that id. What has digits within `code`, `kbd` or `samp` is an example, and is left out.
 */

const SKIPPED = new Set('script style template noscript svg button select'.split(' '));
/** Numbers and dates within these are examples of what can be typed: the page says nothing of them. */
const EXAMPLES = new Set(['code', 'kbd', 'samp']);
/** Identities by which a page is found and that no result shows, as they are not certain, or another letter's. */
const UNSHOWN = 'identity';
const IDENTITIES = new Set(['number', 'date', UNSHOWN]);
const DEMOTED = new Set(['cancelled', 'superseded', 'expired']);

interface Open {
  readonly name: string;
  readonly body: boolean;
  readonly skipped: boolean;
  /** Heading or value whose text is being gathered. */
  readonly gathers: readonly ((text: string) => void)[];
  text: string;
}

interface Field {
  readonly name: string;
  readonly value?: string | undefined;
  readonly attribute?: string | undefined;
}

const parseField = (spec: string): Field | null => {
  const match = /^\s*([\w-]+)(?:\[([\w-]+)\]|:([\s\S]*))?\s*$/.exec(spec);
  return match ? { name: match[1] as string, attribute: match[2], value: match[3]?.trim() } : null;
};

class PageReader {
  readonly text = new TextBuffer();
  readonly sections: PageSection[] = [];
  readonly meta: Record<string, string[]> = {};
  readonly filters: Record<string, string[]> = {};
  readonly sorts: Record<string, string[]> = {};
  title = '';
  hasBody = false;
  readonly #open: Open[] = [];

  start(name: string, attributes: Record<string, string>): void {
    const parent = this.#open.at(-1);
    const body = parent?.body || 'data-pagefind-body' in attributes;
    const ignored = 'data-pagefind-ignore' in attributes;
    const hidden =
      /(^|\s)visually-hidden(\s|$)/.test(attributes.class ?? '') || 'hidden' in attributes;
    const skipped = parent?.skipped === true || SKIPPED.has(name) || ignored || hidden;
    this.hasBody ||= body;
    const gathers = [
      ...this.#fields(attributes, 'data-pagefind-meta', this.meta),
      ...this.#fields(attributes, 'data-pagefind-filter', this.filters),
      ...this.#fields(attributes, 'data-pagefind-sort', this.sorts),
    ];
    if (name === 'h1' && this.title === '')
      gathers.push((text) => {
        this.title ||= text;
      });
    if (BLOCKS.has(name) && body && !skipped) this.text.break();
    if (/^h[2-4]$/.test(name) && attributes.id && body && !skipped) {
      const { id } = attributes;
      const level = Number(name[1]);
      gathers.push((title) => {
        this.text.break();
        if (title) this.sections.push({ id, title, start: this.text.length, level });
      });
    }
    const row = attributes['data-search-section'];
    if (row && body && !skipped) {
      this.text.break();
      const start = this.text.length;
      gathers.push((title) => {
        if (title) this.sections.push({ id: row, title, start });
      });
    }
    const element: Open = { name, body, skipped, gathers, text: '' };
    if (!VOID.has(name)) this.#open.push(element);
  }

  #fields(attributes: Record<string, string>, attribute: string, into: Record<string, string[]>) {
    const gathers: ((text: string) => void)[] = [];
    if (!(attribute in attributes)) return gathers;
    const note = (name: string, value: string) => {
      const tidied = tidy(value).replace(/\s+/g, ' ').trim();
      if (tidied === '') return;
      into[name] ??= [];
      if (!into[name].includes(tidied)) into[name].push(tidied);
    };
    const field = parseField(attributes[attribute] ?? '');
    if (!field) return gathers;
    const { name } = field;
    if (field.value !== undefined) note(name, field.value);
    else if (field.attribute !== undefined) note(name, attributes[field.attribute] ?? '');
    else gathers.push((text) => note(name, text));
    return gathers;
  }

  words(written: string): void {
    const element = this.#open.at(-1);
    if (!element || SKIPPED.has(element.name)) return;
    const isExample = /[\d๐-๙]/.test(written) && this.#open.some(({ name }) => EXAMPLES.has(name));
    const text = isExample ? '…' : written;
    for (const open of this.#open)
      if (open.gathers.length > 0 && !element.skipped) open.text += text;
    const inTitle = this.#open.some(({ name }) => name === 'h1');
    if (element.body && !element.skipped && !inTitle) this.text.add(text);
  }

  end(name: string): void {
    if (VOID.has(name)) return;
    const element = this.#open.pop();
    if (!element) return;
    if (element.gathers.length > 0) {
      const text = tidy(element.text).replace(/\s+/g, ' ').trim();
      for (const gather of element.gathers) gather(text);
    }
    if (BLOCKS.has(name) && element.body && !element.skipped) this.text.break();
  }
}

const firstOfEach = (fields: Readonly<Record<string, readonly string[]>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, values[0] as string]));

/** The page that some built HTML makes, or null where it has nothing to be found by. `url` is its address in the site. */
export const readBuiltPage = (html: string, url: string): SearchDocument | null => {
  const page = new PageReader();
  const parser = new Parser({
    onopentag: (name, attributes) => page.start(name, attributes),
    ontext: (text) => page.words(text),
    onclosetag: (name) => page.end(name),
  });
  parser.end(html);
  if (!page.hasBody) return null;
  const raw = page.text.toString();
  const text = tidy(raw);
  const sections = placeSections(raw, page.sections);
  const [force] = page.meta.force ?? [];
  const { [UNSHOWN]: _, ...shown } = page.meta;
  return {
    url,
    title: tidy(page.title),
    text,
    sections,
    identities: Object.entries(page.meta).flatMap(([name, values]) =>
      IDENTITIES.has(name) ? values : [],
    ),
    filters: page.filters,
    sorts: firstOfEach(page.sorts),
    meta: firstOfEach(shown),
    demoted: (force !== undefined && DEMOTED.has(force)) || page.meta.weight?.[0] === 'low',
  };
};
