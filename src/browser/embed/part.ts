import { webAddress } from '#core/embed/embed-address.ts';
import { fetchAgain, NotLoaded } from '../fetch-again.ts';
import { h, styleTree } from './dom.ts';
import { texts } from './texts.ts';

// Only while the script runs for the first time; optimisers of sites that put it into another file leave `portal` to be set.
const current = document.currentScript as HTMLScriptElement | null;
const ownAddress = (): string | undefined =>
  current?.src ||
  document.querySelector<HTMLScriptElement>('script[src*="/embed.js"]')?.src ||
  undefined;

// Phones of offices are not all of the years in which browsers learned URL.parse.
const urlOf = (text: string, base?: string): URL | null => {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
};

/** Why there is nothing to show. */
export class NothingToShow extends Error {}

/** A part of the portal on another site, in a shadow tree, so that neither site changes the look of the other. */
export abstract class Part extends HTMLElement {
  static readonly observedAttributes: readonly string[] = [
    'portal',
    'section',
    'office',
    'count',
    'circular',
  ];
  readonly #root = this.attachShadow({ mode: 'open' });
  #asked = 0;

  /** Path on the portal that shows the same to people. */
  abstract home(): string;
  /** What is shown; rejects with `NothingToShow` where the portal says that there is nothing. */
  abstract content(): Promise<Node[]> | Node[];

  connectedCallback(): void {
    void this.#show();
  }

  attributeChangedCallback(_: string, before: string | null, after: string | null): void {
    if (this.isConnected && before !== after) void this.#show();
  }

  /** Where the portal stands: as the page says, else where the script comes from; null where neither is known. */
  #portal(): URL | null {
    const said = webAddress(this.getAttribute('portal')?.trim());
    const base = said === null ? urlOf('.', ownAddress()) : urlOf(said);
    if (base !== null && !base.pathname.endsWith('/')) base.pathname += '/';
    return base;
  }

  /** Absolute address of a path of the portal, without a slash in front. */
  address(path: string): string {
    const portal = this.#portal();
    if (portal === null) throw new NothingToShow(texts.badAttribute);
    return new URL(path, portal).href;
  }

  /** A JSON file of the portal. */
  async json(path: string): Promise<Readonly<Record<string, unknown>>> {
    // Without credentials and referrer: the portal learns nothing about the reader.
    const found = await fetchAgain(
      this.address(path),
      async (answer): Promise<Readonly<Record<string, unknown>> | null> => {
        if (answer.status === 404) return null;
        if (!answer.ok) throw new NotLoaded(path, answer.status);
        return answer.json();
      },
      { credentials: 'omit', referrerPolicy: 'no-referrer' },
    );
    if (found === null) throw new NothingToShow(texts.notFound);
    return found;
  }

  link(href: string, text: string): HTMLAnchorElement {
    const link = h('a', { href }, text);
    if (this.hasAttribute('frame')) link.target = '_top';
    return link;
  }

  /** A heading, alone in a frame and otherwise below that of the page. */
  heading(content: Node | string): HTMLElement {
    const ariaLevel = this.hasAttribute('frame') ? '1' : '2';
    return h('p', { className: 'title', role: 'heading', ariaLevel }, content);
  }

  async #show(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    this.#fill([h('p', { role: 'status' }, texts.loading)], true);
    let shown: Node[];
    try {
      shown = await this.content();
    } catch (error) {
      const why = error instanceof NothingToShow ? error.message : texts.unreachable;
      shown = [this.heading(why)];
      if (this.#portal() !== null)
        shown.push(h('p', {}, this.link(this.address(this.home()), texts.open)));
    }
    if (asked === this.#asked) this.#fill(shown, false);
  }

  #fill(shown: readonly Node[], busy: boolean): void {
    const box = h(
      'div',
      { className: 'box', lang: texts.language, ariaBusy: busy ? 'true' : null },
      ...shown,
    );
    box.append(h('p', { className: 'small' }, texts.source));
    this.#root.replaceChildren(...styleTree(this.#root), box);
  }
}
