import { fetchJson } from '#browser/fetch-json.ts';
import { importAgain } from '#browser/import-again.ts';
import { BASE } from '#browser/portal-base.ts';
import {
  type PackedStatuses,
  type ShortMovement,
  type ShortStatus,
  unpackProvince,
} from '#core/tracking/packed-statuses.ts';
import type { Named, OfficeTexts, ProvinceOffices } from '#site/tracking/province-offices.ts';
import type { OpenerTexts } from '#site/tracking/provinces.ts';

type Known = ReadonlyMap<string, ShortStatus>;

const fetchThere = async <Data>(address: string): Promise<Data> => {
  const data = await fetchJson<Data>(address);
  if (data === null) throw new Error(`${address} is not there`);
  return data;
};

/** Fetches once; a failure is forgotten, so that the next opening tries again. */
const once = <Data>(): ((address: string) => Promise<Data>) => {
  const known = new Map<string, Promise<Data>>();
  return (address) => {
    const asked = known.get(address) ?? fetchThere<Data>(address);
    known.set(address, asked);
    asked.catch(() => known.delete(address));
    return asked;
  };
};

const fetchPacked = once<PackedStatuses>();
const fetchOffices = once<ProvinceOffices>();
const fetchTexts = once<OfficeTexts>();

const make = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
};

const dayFormat = new Intl.DateTimeFormat(
  document.documentElement.lang === 'th' ? 'th-TH-u-ca-buddhist-nu-latn' : 'en-GB',
  { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
);

const dayText = ({ date, dateDoubt }: ShortMovement, texts: OfficeTexts): string => {
  if (dateDoubt === 'unclear' || date === null) return dateDoubt ? `(${texts.check})` : '';
  const day = dayFormat.format(new Date(`${date}T00:00:00Z`));
  return dateDoubt ? `${day} (${texts.check})` : day;
};

const numberText = ({ number, numberDoubt }: ShortMovement, texts: OfficeTexts): string =>
  number === null ? '' : numberDoubt ? `${number} (${texts.check})` : number;

const says = (
  movement: ShortMovement | null,
  label: string,
  before: string,
  texts: OfficeTexts,
) => {
  if (!movement) return [];
  const number = numberText(movement, texts);
  return [[label, dayText(movement, texts), number && before, number].filter(Boolean).join(' ')];
};

const say = (status: ShortStatus | undefined, texts: OfficeTexts): string => {
  if (!status) return texts.states.none;
  const { state, received, sent } = status;
  const isPassedOn = state === 'passed-on' || state === 'passed-on-partly';
  const parts = [
    ...says(received, texts.states.received, texts.registerNumber, texts),
    ...says(sent, isPassedOn ? texts.states[state] : texts.sent, '', texts),
  ];
  const isSaid = (isPassedOn && sent) || (state === 'received' && received);
  return [...parts, ...(isSaid ? [] : [texts.states[state]])].join(' · ');
};

const stateOf = (status: ShortStatus | undefined, texts: OfficeTexts): HTMLSpanElement => {
  const state = make('span', 'state', say(status, texts));
  state.dataset.state = status?.state ?? 'none';
  return state;
};

const endOf = (until: string, texts: OfficeTexts): string => {
  const day = { date: until, dateDoubt: null, number: null, numberDoubt: false };
  return ` (${texts.former.replace('\uFFFC', dayText(day, texts))})`;
};

const officeItem = (
  [id, name, until]: Named,
  known: Known,
  texts: OfficeTexts,
): HTMLLIElement[] => {
  const status = known.get(id);
  // An office that is no more is listed only where something is on record of it.
  if (until && !status) return [];
  const title = make('span', 'name', `${name}${until ? endOf(until, texts) : ''}`);
  return [make('li', '', title, ' ', stateOf(status, texts))];
};

const listOf = (offices: readonly Named[], known: Known, texts: OfficeTexts): HTMLUListElement =>
  make('ul', '', ...offices.flatMap((one) => officeItem(one, known, texts)));

const panelOf = (
  { direct, districts }: ProvinceOffices,
  known: Known,
  texts: OfficeTexts,
): Node[] => {
  const parts: Node[] = [];
  if (direct.length > 0) parts.push(make('h4', '', texts.direct), listOf(direct, known, texts));
  for (const { id, name, href, authorities } of districts) {
    const reached = authorities.filter(([one]) => {
      const of = known.get(one)?.state ?? 'none';
      return of !== 'none' && of !== 'addressed';
    }).length;
    const count =
      authorities.length > 0 ? ` ${texts.authorities} ${reached}/${authorities.length}` : '';
    const title = make(
      'summary',
      '',
      make('span', 'name', name),
      ' ',
      stateOf(known.get(id), texts),
      make('span', 'soft', count),
    );
    const inner: Node[] =
      authorities.length > 0
        ? [listOf(authorities, known, texts)]
        : [make('p', 'small soft', texts.noAuthorities)];
    if (href) {
      const link = make('a', '', name);
      link.href = href;
      inner.unshift(make('p', '', link));
    }
    parts.push(make('details', 'district', title, ...inner));
  }
  return parts;
};

/** Where a panel goes and how it comes into view: below its item in a list, or in a row of its own below a row. */
const placeOf = (one: HTMLElement, panel: HTMLElement) => {
  if (!(one instanceof HTMLTableRowElement)) {
    return { head: one, below: panel, place: () => one.append(panel) };
  }
  const cell = make('td', '', panel);
  cell.colSpan = one.cells.length;
  const below = make('tr', 'opened', cell);
  return { head: one.cells[0] ?? one, below, place: () => one.after(below) };
};

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Lays an unseen shape over the map for each province, which takes the clicks: what is seen of most provinces is one
 * shape for the whole country.
 */
const layShapes = (map: Element, provinces: readonly string[]): void => {
  const file = map.querySelector('use')?.getAttribute('href')?.split('#')[0] ?? '';
  const layer = document.createElementNS(SVG, 'g');
  layer.setAttribute('class', 'each');
  for (const province of provinces) {
    const shape = document.createElementNS(SVG, 'use');
    shape.setAttribute('href', `${file}#${province}`);
    layer.append(shape);
  }
  map.append(layer);
};

const setUp = (box: HTMLElement): void => {
  const texts = JSON.parse(box.dataset.texts ?? '{}') as OpenerTexts;
  const within = box.querySelector('[data-standings]')?.textContent;
  const getPacked = async (): Promise<PackedStatuses> =>
    within ? JSON.parse(within) : fetchPacked(box.dataset.provinces ?? '');

  const fill = async (panel: HTMLElement, province: string): Promise<boolean> => {
    panel.replaceChildren(make('p', 'small soft', texts.loading));
    const found = await Promise.all([
      getPacked(),
      fetchOffices(`${BASE}/track/offices/${province}.json`),
      fetchTexts(`${BASE}/track/texts.json`),
      importAgain(() => import('#browser/dom.ts')),
    ]).catch((error: Error) => error);
    if (found instanceof Error) {
      console.warn(found.message);
      panel.replaceChildren(make('p', 'small', texts.failed));
      return false;
    }
    const [packed, offices, said, { textNodes }] = found;
    panel.replaceChildren(...panelOf(offices, unpackProvince(packed, province), said));
    for (const name of panel.querySelectorAll('.name, a')) {
      name.replaceChildren(...textNodes(name.textContent ?? ''));
    }
    return true;
  };

  for (const list of box.querySelectorAll<HTMLElement>('[data-ids]')) {
    const ids = list.dataset.ids?.split(' ') ?? [];
    for (const [at, item] of [...list.children].entries()) {
      (item as HTMLElement).dataset.province = ids[at];
    }
  }
  const shown = new Map<string, HTMLElement>();
  for (const one of box.querySelectorAll<HTMLElement>('[data-province]')) {
    const province = one.dataset.province ?? '';
    shown.set(province, one);
    const panel = make('div', 'panel');
    const { head, below, place } = placeOf(one, panel);
    const button = make(
      'button',
      'opener',
      make('span', 'visually-hidden', `${texts.open} ${head.textContent}`),
    );
    button.type = 'button';
    button.setAttribute('aria-expanded', 'false');
    head.prepend(button);
    below.id = `offices-${province}`;
    below.hidden = true;
    let isFilled = false;
    button.addEventListener('click', async () => {
      const opens = below.hidden;
      if (!below.isConnected) {
        place();
        button.setAttribute('aria-controls', below.id);
      }
      below.hidden = !opens;
      button.setAttribute('aria-expanded', String(opens));
      if (opens && !isFilled) isFilled = await fill(panel, province);
    });
  }

  const all = box.querySelector<HTMLDetailsElement>('.by-province');
  const map = box.querySelector('.map');
  if (!all || !map) return;
  layShapes(map, [...shown.keys()]);
  // Who points at a province on the map sees its panel; everyone else reads the table below.
  map.addEventListener('click', (event) => {
    const shape = (event.target as Element).closest('use')?.getAttribute('href') ?? '';
    const one = shown.get(shape.slice(shape.indexOf('#') + 1));
    if (!one) return;
    all.open = true;
    const button = one.querySelector<HTMLButtonElement>('.opener');
    if (button?.getAttribute('aria-expanded') === 'false') button.click();
    one.scrollIntoView({ block: 'start' });
    button?.focus({ preventScroll: true });
  });
};

for (const box of document.querySelectorAll<HTMLElement>('[data-provinces]')) setUp(box);
