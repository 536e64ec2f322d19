import { Parser } from 'htmlparser2';
import type { PageSection, SearchDocument } from '#core/search/document.ts';
import { tidy } from '#core/search/normalise.ts';
import { BLOCKS, placeSections, TextBuffer, VOID } from './html-text.ts';
import { faultsOfMarks, type MarkAttributes, type MarkFault, readMarks } from './page-marks.ts';

/**
 * Reads a page of any site as Pagefind documents its marks (https://pagefind.app/docs/indexing/): the text of
 * `data-pagefind-body`, or of the whole page where no page of the site has one; `data-pagefind-ignore`, `-index-attrs`,
 * `-meta`, `-default-meta`, `-filter`, `-sort` and `-weight`.
 */

/** Never indexed, as in Pagefind. */
const REMOVED = new Set(
  'head style script noscript label form svg footer nav iframe template'.split(' '),
);
/** A part that weighs this much counts as the title does, unless it is longer. */
const HEAVY = 2;
const LONGEST_HEAVY = 500;

/** A fault of a mark, and the line of the file that it stands on. */
export interface PageFault extends MarkFault {
  readonly line: number;
}

export interface MarkedPage {
  readonly document: SearchDocument;
  /** In lower case; `unknown` where the page names none. */
  readonly language: string;
  readonly hasBody: boolean;
  /** Whether it is a page, and no piece of one. */
  readonly hasHtml: boolean;
  readonly faults: readonly PageFault[];
}

interface Open {
  readonly name: string;
  readonly attributes: MarkAttributes;
  /** Nothing within counts at all. */
  readonly excluded: boolean;
  /** Its own text is not indexed. */
  readonly ignored: boolean;
  /** Whether text within is of the page, and of one of its marked bodies. */
  readonly inPage: boolean;
  readonly inBody: boolean;
  /** Text gathered for a mark; null where none wants it. */
  text: string | null;
}

const oneLine = (text: string): string => tidy(text).replace(/\s+/g, ' ').trim();

/** The text of a page, or of its marked bodies, with the headings in it. */
class Content {
  readonly text = new TextBuffer();
  readonly sections: PageSection[] = [];
}

const WANT_TEXT = ['meta', 'default-meta', 'filter', 'sort'].map((kind) => `data-pagefind-${kind}`);
const isHeading = (name: string): boolean => /^h[1-6]$/.test(name);

class Reader {
  readonly page = new Content();
  readonly body = new Content();
  readonly meta: Record<string, string> = {};
  readonly defaults: Record<string, string> = {};
  readonly automatic: Record<string, string> = {};
  readonly filters: Record<string, string[]> = {};
  readonly sorts: Record<string, string> = {};
  readonly heavy: string[] = [];
  language = '';
  pageTitle = '';
  hasBody = false;
  hasHtml = false;
  isLight = false;
  readonly #open: Open[] = [];

  start(name: string, attributes: MarkAttributes): void {
    const parent = this.#open.at(-1);
    const ignore = attributes['data-pagefind-ignore']?.toLowerCase();
    const excluded = parent?.excluded === true || ignore === 'all';
    const isBody = 'data-pagefind-body' in attributes && !excluded;
    const ignored = REMOVED.has(name) || (ignore !== undefined && !isBody);
    const passes = !ignored && !excluded;
    const inPage = passes && (parent?.inPage ?? true);
    const inBody = passes && (isBody || parent?.inBody === true);
    if (name === 'html') {
      this.hasHtml = true;
      this.language ||= attributes.lang ?? '';
    }
    this.hasBody ||= isBody;
    const weight = attributes['data-pagefind-weight'];
    if ((isBody || name === 'body') && weight !== undefined && Number(weight) < 1)
      this.isLight = true;
    const wantsText =
      WANT_TEXT.some((kind) => kind in attributes) ||
      Number(weight) >= HEAVY ||
      isHeading(name) ||
      name === 'title';
    const element = {
      name,
      attributes,
      excluded,
      ignored,
      inPage,
      inBody,
      text: wantsText ? '' : null,
    };
    if (!excluded) this.#attributesText(element);
    this.#breakLine(element);
    if (VOID.has(name)) this.#finish(element);
    else this.#open.push(element);
  }

  #contents({ inPage, inBody }: Pick<Open, 'inPage' | 'inBody'>): Content[] {
    return [...(inPage ? [this.page] : []), ...(inBody ? [this.body] : [])];
  }

  #breakLine(element: Open): void {
    if (BLOCKS.has(element.name)) for (const { text } of this.#contents(element)) text.break();
  }

  #attributesText(element: Open): void {
    const names = element.attributes['data-pagefind-index-attrs']?.split(',') ?? [];
    for (const name of names) {
      const value = element.attributes[name.trim()];
      if (value) for (const { text } of this.#contents(element)) text.add(` ${value} `);
    }
  }

  words(written: string): void {
    const element = this.#open.at(-1);
    if (!element || element.excluded) return;
    for (let at = this.#open.length - 1; at >= 0; at--) {
      const open = this.#open[at] as Open;
      if (open.text !== null) open.text += written;
      if (open.ignored) break;
    }
    // The first heading is the title, which is indexed beside the text.
    if (this.#isTitle()) return;
    for (const { text } of this.#contents(element)) text.add(written);
  }

  #isTitle(): boolean {
    return this.automatic.title === undefined && this.#open.some(({ name }) => name === 'h1');
  }

  end(name: string): void {
    if (VOID.has(name)) return;
    const element = this.#open.pop();
    if (!element) return;
    this.#finish(element);
    this.#breakLine(element);
  }

  #finish(element: Open): void {
    if (element.excluded) return;
    const { name, attributes } = element;
    const text = element.text === null ? '' : oneLine(element.text);
    this.#noteMarks(attributes, text);
    if (name === 'title') this.pageTitle ||= text;
    if (name === 'img') this.#noteImage(attributes);
    const isTitle = name === 'h1' && text !== '' && this.automatic.title === undefined;
    if (isTitle) this.automatic.title = text;
    else if (isHeading(name) && attributes.id && text !== '') this.#noteSection(element, text);
    const isHeavy = Number(attributes['data-pagefind-weight']) >= HEAVY;
    if (isHeavy && text !== '' && text.length <= LONGEST_HEAVY && !element.ignored)
      this.heavy.push(text);
  }

  #noteSection(element: Open, title: string): void {
    const id = (element.attributes.id as string).replace(/\s/g, '');
    for (const content of this.#contents(element)) {
      content.text.break();
      const level = Number(element.name[1]);
      content.sections.push({ id, title, start: content.text.length, level });
    }
  }

  #noteImage({ src, alt }: MarkAttributes): void {
    const hasTitle = this.automatic.title !== undefined || this.meta.title !== undefined;
    if (!hasTitle || !src || this.automatic.image !== undefined) return;
    this.automatic.image = src;
    this.automatic.image_alt = oneLine(alt ?? '');
  }

  #noteMarks(attributes: MarkAttributes, text: string): void {
    const each = (kind: string, note: (name: string, value: string) => void) => {
      for (const mark of readMarks(attributes[`data-pagefind-${kind}`] ?? '') ?? []) {
        const given = mark.attribute === undefined ? mark.value : attributes[mark.attribute];
        const value =
          given === undefined && mark.attribute === undefined ? text : oneLine(given ?? '');
        if (value !== '') note(mark.name, value);
      }
    };
    each('meta', (name, value) => {
      this.meta[name] = value;
    });
    each('default-meta', (name, value) => {
      this.defaults[name] = value;
    });
    each('sort', (name, value) => {
      this.sorts[name] = value;
    });
    each('filter', (name, value) => {
      const values = this.filters[name] ?? [];
      this.filters[name] = values.includes(value) ? values : [...values, value];
    });
  }

  /** Title and image as found, unless marks name others; an image of its own has no text of the other one. */
  allMeta(): Record<string, string> {
    const { image, image_alt = '', title } = this.automatic;
    const automatic: Record<string, string> = {};
    const automaticTitle = title ?? this.pageTitle;
    if (automaticTitle !== '') automatic.title = automaticTitle;
    if (image !== undefined && this.meta.image === undefined)
      Object.assign(automatic, { image, image_alt });
    return { ...this.defaults, ...automatic, ...this.meta };
  }
}

const languageOf = (written: string): string => {
  const language = written.trim().toLowerCase().replaceAll('_', '-');
  return /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/.test(language) ? language : 'unknown';
};

const lineAt = (html: string, offset: number): number => html.slice(0, offset).split('\n').length;

/**
 * Reads a page. `useBody` decides what is its text: its marked bodies, or all of it. `url` is its address within the site.
 */
export const readMarkedPage = (html: string, url: string, useBody: boolean): MarkedPage => {
  const reader = new Reader();
  const faults: PageFault[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      for (const fault of faultsOfMarks(attributes))
        faults.push({ ...fault, line: lineAt(html, parser.startIndex) });
      reader.start(name, attributes);
    },
    ontext: (text) => reader.words(text),
    onclosetag: (name) => reader.end(name),
  });
  parser.end(html);
  const { title = '', ...meta } = reader.allMeta();
  const heading = reader.automatic.title;
  const { text, sections } = useBody ? reader.body : reader.page;
  const raw = text.toString();
  return {
    document: {
      url,
      title,
      text: tidy(raw),
      sections: placeSections(raw, sections),
      // A heading that is not the title is found as if it were.
      identities: [
        ...reader.heavy,
        ...(heading !== undefined && heading !== title ? [heading] : []),
      ],
      filters: reader.filters,
      sorts: reader.sorts,
      meta,
      demoted: reader.isLight,
    },
    language: languageOf(reader.language),
    hasBody: reader.hasBody,
    hasHtml: reader.hasHtml,
    faults,
  };
};
