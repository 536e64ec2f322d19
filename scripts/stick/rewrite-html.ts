import { relativeAddress, wayUp } from '#core/stick/address.ts';
import { type Attribute, type EndTag, listenToTags, type StartTag } from './html-tags.ts';
import { type AddressContext, PageAddresses, type Where } from './page-addresses.ts';
import { escapeHtml } from './pieces.ts';

/** What a page is rewritten by. */
export interface PageContext extends AddressContext {
  /** Where the bundle of a module script lies; null for a script that stays away. */
  readonly scriptOf: (file: string) => string | null;
  /** The script that puts the shapes of an SVG file into the page; null where there is no such file. */
  readonly shapesOf: (file: string) => string | null;
  /** Text behind a link that leads to what is not on the stick, before the address. */
  readonly notHere: string;
  /** HTML at the end of the head and before the content; `up` is the relative path to the folder of the stick. */
  readonly head: (up: string) => string;
  readonly note: (up: string) => string;
}

/** Attributes that hold one address, by element; others hold none, or are handled by themselves. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  area: ['href'],
  audio: ['src'],
  base: ['href'],
  button: ['formaction'],
  embed: ['src'],
  form: ['action'],
  iframe: ['src'],
  image: ['href', 'xlink:href'],
  img: ['src', 'srcset'],
  input: ['src', 'formaction'],
  link: ['href'],
  object: ['data'],
  source: ['src', 'srcset'],
  track: ['src'],
  video: ['src', 'poster'],
};

const NAMES = new Set([...Object.keys(ADDRESSES), 'main', 'meta', 'script', 'use']);

/** Links in the head that are of no use without a host, or refused from a file. */
const NEEDS_HOST = new Set(
  'alternate apple-touch-icon dns-prefetch manifest modulepreload preconnect prefetch preload search'.split(
    ' ',
  ),
);

/** One page while it is rewritten: what is not replaced is copied as it is written. */
class Page {
  readonly #html: string;
  readonly #where: Where;
  readonly #context: PageContext;
  readonly #addresses: PageAddresses;
  readonly #out: string[] = [];
  readonly #shapes = new Set<string>();
  #copied = 0;
  #hasNote = false;
  /** Online address behind the link that is open, where that leads to what is not here. */
  #lostLink: string | null = null;

  constructor(html: string, where: Where, context: PageContext, addresses: PageAddresses) {
    this.#html = html;
    this.#where = where;
    this.#context = context;
    this.#addresses = addresses;
  }

  #replace(start: number, end: number, text: string): void {
    this.#out.push(this.#html.slice(this.#copied, start), text);
    this.#copied = end;
  }

  #insert(at: number, text: string): void {
    this.#replace(at, at, text);
  }

  #valueOf({ valueStart, valueEnd }: Attribute): string {
    return this.#html.slice(valueStart, valueEnd);
  }

  #find({ attributes }: StartTag, name: string): string | null {
    const found = attributes.find((one) => one.name === name);
    return found ? this.#valueOf(found) : null;
  }

  #set({ name, start, end }: Attribute, value: string): void {
    this.#replace(start, end, `${name}="${value.replaceAll('"', '&quot;')}"`);
  }

  #script(tag: StartTag): void {
    const src = this.#find(tag, 'src');
    const file = src === null ? null : this.#addresses.file(src, this.#where);
    if (file === null) return;
    const script = this.#context.scriptOf(file);
    const start =
      script === null
        ? // Its end tag follows: an element that no browser runs.
          '<script type="text/plain">'
        : `<script defer src="${this.#where.up}${relativeAddress(script)}">`;
    this.#replace(tag.start, tag.end, start);
  }

  #meta(tag: StartTag): void {
    if (!/^refresh$/i.test(this.#find(tag, 'http-equiv') ?? '')) return;
    const content = tag.attributes.find(({ name }) => name === 'content');
    if (!content) return;
    const [, wait, address] = /^(\s*\d+\s*;\s*url=)(.*)$/i.exec(this.#valueOf(content)) ?? [];
    if (wait === undefined || address === undefined) return;
    const target = this.#addresses.local(address, this.#where);
    if (target === null) this.#replace(tag.start, tag.end, '');
    else this.#set(content, wait + target);
  }

  /** Shapes of another file, which browsers refuse where pages are files: a script puts them into the page. */
  #use(tag: StartTag): void {
    for (const attribute of tag.attributes) {
      if (!/^(?:xlink:)?href$/.test(attribute.name)) continue;
      const value = this.#valueOf(attribute);
      const hash = value.indexOf('#');
      const file = hash > 0 ? this.#addresses.file(value.slice(0, hash), this.#where) : null;
      const script = file === null ? null : this.#context.shapesOf(file);
      if (script === null) continue;
      this.#shapes.add(script);
      this.#set(attribute, value.slice(hash));
    }
  }

  #loseLink(tag: StartTag, address: string): void {
    this.#lostLink = this.#addresses.online(address, this.#where);
    const kept = tag.attributes
      .filter(({ name }) => name === 'class' || name === 'lang')
      .map(({ start, end }) => ` ${this.#html.slice(start, end)}`);
    this.#replace(tag.start, tag.end, `<span data-not-on-stick${kept.join('')}>`);
  }

  #addressed(tag: StartTag): void {
    for (const attribute of tag.attributes) {
      if (!ADDRESSES[tag.name]?.includes(attribute.name)) continue;
      const value = this.#valueOf(attribute);
      const address =
        attribute.name === 'srcset'
          ? this.#addresses.srcset(value, this.#where)
          : this.#addresses.local(value, this.#where);
      if (address === value) continue;
      if (address !== null) this.#set(attribute, address);
      else if (tag.name === 'a') this.#loseLink(tag, value);
      else this.#replace(attribute.start, attribute.end, '');
    }
  }

  #start(tag: StartTag): void {
    const rel = tag.name === 'link' ? this.#find(tag, 'rel') : null;
    if (tag.name === 'main') {
      if (!this.#hasNote) this.#insert(tag.start, this.#context.note(this.#where.up));
      this.#hasNote = true;
    } else if (rel !== null && NEEDS_HOST.has(rel)) this.#replace(tag.start, tag.end, '');
    // What a page is called online is no address that anything here follows.
    else if (rel === 'canonical') return;
    else if (tag.name === 'script') this.#script(tag);
    else if (tag.name === 'meta') this.#meta(tag);
    else if (tag.name === 'use') this.#use(tag);
    else this.#addressed(tag);
  }

  #end({ name, start, end }: EndTag): void {
    if (name === 'a' && this.#lostLink !== null) {
      const note = `${this.#context.notHere} ${escapeHtml(this.#lostLink)}`;
      this.#replace(start, end, ` <small>(${note})</small></span>`);
      this.#lostLink = null;
    } else if (name === 'head') this.#insert(start, this.#context.head(this.#where.up));
    else if (name === 'body') {
      for (const script of this.#shapes) {
        const src = this.#where.up + relativeAddress(script);
        this.#insert(start, `<script defer src="${src}"></script>`);
      }
    }
  }

  rewrite(): string {
    listenToTags(this.#html, {
      names: NAMES,
      start: (tag) => this.#start(tag),
      end: (tag) => this.#end(tag),
    });
    this.#out.push(this.#html.slice(this.#copied));
    return this.#out.join('');
  }
}

/** Rewrites pages one after the other. */
export class PageRewriter {
  readonly #context: PageContext;
  readonly #addresses: PageAddresses;

  constructor(context: PageContext) {
    this.#context = context;
    this.#addresses = new PageAddresses(context);
  }

  /** The page as it is on the stick. `page` is its path within the portal, `place` on the stick. */
  rewrite(html: string, page: string, place: string): string {
    return new Page(html, { page, up: wayUp(place) }, this.#context, this.#addresses).rewrite();
  }
}
