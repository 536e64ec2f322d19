import { element, fill, textNodes } from '#browser/dom.ts';
import { fetchJson } from '#browser/fetch-json.ts';
import { inForceOn } from '#core/history/in-force.ts';
import {
  byNewestIssue,
  type ListedLetter,
  readFacts,
  type StoredNames,
  type StoredPart,
} from '#core/history/in-force-file.ts';
import { formatThaiDate, type IsoDate } from '#core/letter/date.ts';
import type { Messages } from '#i18n/messages.ts';
import { type Chosen, readChosen, readDay, writeChosen } from './address.ts';

type Texts = Omit<Messages['asOfPage'], 'rest' | 'link' | 'lead' | 'noScript'> & {
  readonly sample: string;
  readonly number: string;
  readonly numberMissing: string;
};

interface Marked {
  readonly letter: ListedLetter;
  readonly badge: string | null;
}

const dayText = (day: IsoDate): string => {
  const { lang } = document.documentElement;
  if (lang === 'th') return formatThaiDate(day);
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  );
};

/** The files of the page, each fetched once. */
class Files {
  readonly #facts: string;
  #letters: Promise<readonly ListedLetter[]> | undefined;
  readonly #known = new Map<string, Promise<readonly StoredNames[]>>();

  constructor({ facts = '' }: DOMStringMap) {
    this.#facts = facts;
  }

  async #fetch<Value>(path: string): Promise<Value> {
    const value = await fetchJson<Value>(path);
    if (value === null) throw new Error(`${path} is not there`);
    return value;
  }

  letters(): Promise<readonly ListedLetter[]> {
    this.#letters ??= this.#fetch<readonly StoredPart[]>(this.#facts).then((parts) =>
      parts.flatMap(readFacts).sort(byNewestIssue),
    );
    this.#letters.catch(() => {
      this.#letters = undefined;
    });
    return this.#letters;
  }

  async names({ part, index }: ListedLetter): Promise<StoredNames> {
    const known =
      this.#known.get(part) ??
      // The parts are beside the facts.
      this.#fetch<readonly StoredNames[]>(this.#facts.replace('facts.json', `names/${part}.json`));
    this.#known.set(part, known);
    known.catch(() => this.#known.delete(part));
    const names = (await known)[index];
    if (names === undefined) throw new Error(`${part} has no letter ${index}`);
    return names;
  }
}

const itemNode = (
  [path, title, number, date, note, sample]: StoredNames,
  badge: string | null,
  home: string,
  texts: Texts,
): HTMLElement => {
  const facts = element('p', { className: 'facts small' });
  if (number !== null) {
    const text = number === '' ? texts.numberMissing : `${texts.number} ${number}`;
    facts.append(element('span', { className: 'keep' }, text));
  }
  if (date) facts.append(' ', element('span', { className: 'keep' }, date));
  if (badge) facts.append(' ', element('span', { className: 'badge badge-vermilion' }, badge));
  if (sample === 1) {
    facts.append(' ', element('span', { className: 'badge badge-turmeric' }, texts.sample));
  }
  const link = element('a', { href: home + path }, ...textNodes(title));
  const item = element('li', {}, element('h3', {}, link), facts);
  if (note) item.append(element('p', { className: 'small' }, ...textNodes(note)));
  return item;
};

const bind = (root: HTMLElement): void => {
  const texts = JSON.parse(root.dataset.asOf ?? '') as Texts;
  const { home = '/', day: dataDay = '' } = root.dataset;
  const shownAtFirst = Number(root.dataset.shown);
  const files = new Files(root.dataset);
  const part = <Part extends HTMLElement>(selector: string): Part => {
    const found = root.querySelector<Part>(selector);
    if (!found) throw new Error(`the page has no ${selector}`);
    return found;
  };
  const form = part<HTMLFormElement>('form');
  const input = part<HTMLInputElement>('input[name=day]');
  const section = part<HTMLSelectElement>('select[name=section]');
  const topic = part<HTMLSelectElement>('select[name=topic]');
  const said = part('[data-said]');
  let latest = 0;

  const showGroup = async (
    name: keyof Texts['group'],
    items: readonly Marked[],
    limit: number,
  ): Promise<() => void> => {
    const shown = await Promise.all(
      items
        .slice(0, limit)
        .map(async ({ letter, badge }) => itemNode(await files.names(letter), badge, home, texts)),
    );
    return () => {
      const group = part(`[data-group=${name}]`);
      group.querySelectorAll('p, ol').forEach((old) => void old.remove());
      if (shown.length === 0) group.append(element('p', {}, texts.none[name]));
      else group.append(element('ol', { className: 'strand' }, ...shown));
      const left = items.length - shown.length;
      if (left <= 0) return;
      const onclick = (): void => void showMore(name, items, shown.length);
      const label = fill(texts.more, { count: left });
      const more = element('button', { className: 'button', type: 'button', onclick }, label);
      group.append(element('p', {}, more));
    };
  };

  /** Shows more of a group, and puts the focus where the button was: on the first letter that was not shown before. */
  const showMore = async (
    name: keyof Texts['group'],
    items: readonly Marked[],
    before: number,
  ): Promise<void> => {
    const mine = latest;
    try {
      const draw = await showGroup(name, items, before + shownAtFirst * 3);
      if (mine !== latest) return;
      draw();
      part(`[data-group=${name}]`).querySelectorAll<HTMLElement>('h3 a')[before]?.focus();
    } catch (error) {
      console.error(error);
      said.textContent = texts.failed;
    }
  };

  const show = async (day: IsoDate, mine: number): Promise<void> => {
    const letters = (await files.letters()).filter(
      (letter) =>
        (section.value === '' || letter.section === section.value) &&
        (topic.value === '' || letter.system === topic.value),
    );
    const found = inForceOn(letters, day);
    const draw = await Promise.all([
      showGroup(
        'inForce',
        found.inForce.map(({ item, retroactive }) => ({
          letter: item,
          badge: retroactive ? texts.retroactive : null,
        })),
        shownAtFirst,
      ),
      showGroup(
        'doubtful',
        found.doubtful.map(({ item, doubt }) => ({ letter: item, badge: texts.doubt[doubt] })),
        shownAtFirst,
      ),
      showGroup(
        'ended',
        found.ended.map((letter) => ({ letter, badge: null })),
        shownAtFirst,
      ),
    ]);
    if (mine !== latest) return;
    for (const one of draw) one();
    said.replaceChildren(...textNodes(fill(texts.on, { date: dayText(day) })));
    const counts = Object.fromEntries(
      Object.entries(found).map(([name, items]) => [name, items.length]),
    );
    part('[data-counts]').textContent = fill(texts.counts, counts);
    const note = part('[data-note]');
    note.hidden = day <= dataDay;
    note.replaceChildren(...textNodes(fill(texts.future, { date: dayText(dataDay) })));
    root.dataset.answered = day;
  };

  const ask = async (chosen: Chosen, keep: boolean): Promise<void> => {
    const mine = ++latest;
    const day = readDay(chosen.day);
    if (day === null) {
      const shown = dayText(root.dataset.answered ?? dataDay);
      said.replaceChildren(...textNodes(fill(texts.unreadable, { day: chosen.day, shown })));
      input.setAttribute('aria-invalid', 'true');
      return;
    }
    input.removeAttribute('aria-invalid');
    if (keep) history.pushState(null, '', writeChosen(day, chosen));
    said.textContent = texts.working;
    await show(day, mine).catch((error: unknown) => {
      console.error(error);
      if (mine === latest) said.textContent = texts.failed;
    });
  };

  const chosenHere = (): Chosen => ({
    day: input.value,
    section: section.value,
    topic: topic.value,
  });

  const fromAddress = (): void => {
    const chosen = readChosen(location.search);
    const day = chosen.day === '' ? dataDay : chosen.day;
    const read = readDay(day);
    input.value = read === null ? day : dayText(read);
    section.value = chosen.section;
    topic.value = chosen.topic;
    ask({ ...chosen, day }, false);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask(chosenHere(), true);
  });
  for (const select of [section, topic]) {
    select.addEventListener('change', () => void ask(chosenHere(), true));
  }
  addEventListener('popstate', fromAddress);
  if (location.search !== '') fromAddress();
};

const root = document.querySelector<HTMLElement>('[data-as-of]');
if (root) bind(root);
