import { circularOf, countOf, feedPath, webAddress } from '#core/embed/embed-address.ts';
import { toThaiDigits } from '#core/letter/digits.ts';
import { h } from './dom.ts';
import { NothingToShow, Part } from './part.ts';
import { texts } from './texts.ts';

/** A day, month or year (`2025-04-22`) in words. */
const dateText = (iso: string): string => {
  const [year = '', month, day] = iso.split('-');
  return [day && Number(day), month && texts.months[Number(month) - 1], Number(year) + texts.era]
    .filter(Boolean)
    .join(' ');
};

/** The search box, which opens the portal's own search. */
export class SearchPart extends Part {
  home(): string {
    return 'search/';
  }
  content(): Node[] {
    const { label, placeholder, submit } = texts.search;
    const input = h('input', { type: 'search', name: 'q', id: 'q', placeholder, required: true });
    return [
      h(
        'form',
        { action: this.address('search/'), method: 'get', role: 'search' },
        h('label', { htmlFor: 'q' }, label),
        h('div', { className: 'row' }, input, h('button', { type: 'submit' }, submit)),
      ),
    ];
  }
}

interface FeedEntry {
  readonly url?: unknown;
  readonly title?: unknown;
  readonly date_published?: unknown;
}

/** The newest entries of a section or an office. */
export class NewestPart extends Part {
  home(): string {
    const section = this.getAttribute('section');
    return feedPath({ section, office: null }) && section && !this.getAttribute('office')
      ? `${section}/`
      : 'circulars/';
  }
  async content(): Promise<Node[]> {
    const path = feedPath({
      section: this.getAttribute('section'),
      office: this.getAttribute('office'),
    });
    if (path === null) throw new NothingToShow(texts.badAttribute);
    const { title, items, home_page_url: home } = await this.json(path);
    const entries = (Array.isArray(items) ? (items as FeedEntry[]) : []).slice(
      0,
      countOf(this.getAttribute('count')),
    );
    return [
      this.heading(String(title ?? texts.name)),
      entries.length === 0
        ? h('p', {}, texts.nothing)
        : h('ul', {}, ...entries.map((entry) => this.#entry(entry))),
      h('p', {}, this.link(webAddress(home) ?? this.address(this.home()), texts.all)),
    ];
  }
  #entry({ url, title, date_published: date }: FeedEntry): HTMLLIElement {
    const href = webAddress(url);
    const day = typeof date === 'string' ? dateText(date.slice(0, 10)) : '';
    return h(
      'li',
      {},
      href === null ? String(title ?? '') : this.link(href, String(title ?? href)),
      h('div', { className: 'small' }, day),
    );
  }
}

interface OpenFact {
  readonly value: string | null;
  readonly doubt: {
    readonly kind: string;
    readonly readings: readonly { readonly read: string }[];
  } | null;
}

/** A fact, with all that was read where it is in doubt. */
const factRow = (
  label: string,
  { value, doubt }: OpenFact,
  print: (value: string) => string,
): Node => {
  const read = [...new Set(doubt?.readings.map((one) => one.read))].join(texts.or);
  const known = value === null ? (texts.uncertain[doubt?.kind ?? ''] ?? texts.check) : print(value);
  return h(
    'div',
    {},
    h('dt', {}, label),
    h('dd', {}, known),
    doubt === null && value !== null
      ? null
      : h(
          'dd',
          { className: 'doubt' },
          [texts.check, read && `${texts.read}: ${read}`].filter(Boolean).join(' '),
        ),
  );
};

interface OpenCircular {
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly sample: boolean;
  readonly letter: { readonly number: OpenFact; readonly date: OpenFact };
  readonly force: { readonly status: keyof typeof texts.force; readonly since: string | null };
}

/** The card of one circular. */
export class CircularPart extends Part {
  #circular(): string | null {
    const named = this.getAttribute('circular');
    if (named === null && this.hasAttribute('frame'))
      return circularOf(new URLSearchParams(location.search).get('circular'));
    return circularOf(named);
  }
  home(): string {
    const circular = this.#circular();
    return circular === null ? 'circulars/' : `circulars/${circular}/`;
  }
  async content(): Promise<Node[]> {
    const circular = this.#circular();
    if (circular === null) throw new NothingToShow(texts.badAttribute);
    const { title, summary, url, sample, letter, force } = (await this.json(
      `api/v1/circulars/${circular}.json`,
    )) as unknown as OpenCircular;
    const { status } = force;
    return [
      ...(sample ? [h('p', { className: 'badge' }, texts.sample)] : []),
      this.heading(this.link(webAddress(url) ?? this.address(this.home()), title)),
      h(
        'dl',
        {},
        factRow(texts.number, letter.number, toThaiDigits),
        factRow(texts.date, letter.date, dateText),
      ),
      h('p', { className: `stamp ${status}` }, texts.force[status]),
      h('p', { className: 'small' }, texts.explain[status]),
      h('p', {}, summary),
    ];
  }
}
