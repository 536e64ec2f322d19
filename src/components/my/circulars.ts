import { element, fill, textNodes } from '#browser/dom.ts';
import type { AreaCircular, Line } from '#core/my-office/area-circulars.ts';
import { badge, lineNodes, link, paragraph, type Texts } from './texts.ts';

/** Circulars shown at first, and added each time the reader asks for more. */
const STEP = 5;

const numberNodes = (number: Line | null, texts: Texts): (Node | string)[] =>
  number === null
    ? [texts.numberMissing]
    : [element('span', { className: 'keep' }, `${texts.number} ${number[0]}`)];

const factsOf = (one: AreaCircular, texts: Texts): HTMLElement => {
  const { number, date, withdrawn, sample } = one;
  const needsCheck = number === null || number[1] || date === null || date[1];
  const marks = [
    needsCheck && badge(texts.check, 'vermilion'),
    withdrawn && badge(withdrawn, 'vermilion'),
    sample && badge(texts.sample, 'turmeric'),
  ].filter((mark) => mark instanceof HTMLElement);
  return element(
    'p',
    { className: 'facts small' },
    ...numberNodes(number, texts),
    ' ',
    ...(date ? [element('span', { className: 'keep' }, date[0]), ' '] : []),
    ...marks.flatMap((mark) => [mark, ' ']),
  );
};

const stopItem = (name: string, lines: readonly Line[], texts: Texts): HTMLLIElement => {
  const label = element('strong', {}, ...textNodes(fill(texts.stopLabel, { name })));
  if (lines.length === 0) return element('li', {}, label, ` ${texts.noRecord}`);
  const [only] = lines;
  if (lines.length === 1 && only) return element('li', {}, label, ' ', ...lineNodes(only, texts));
  const items = lines.map((line) => element('li', {}, ...lineNodes(line, texts)));
  return element('li', {}, label, element('ul', {}, ...items));
};

const wayOf = ({ way, own }: AreaCircular, authority: string | null, texts: Texts): HTMLElement => {
  const stops = way.map(({ name, lines }) => stopItem(name, lines, texts));
  if (authority !== null) stops.push(stopItem(texts.self, own?.[authority] ?? [], texts));
  return element(
    'details',
    { className: 'my-way small' },
    element('summary', {}, texts.way),
    element('ul', {}, ...stops),
  );
};

/**
 * Draws the circulars of an office, the newest first. `authority` is the id of an authority, `null` for a province or
 * district, whose own records are at the end of the chain already.
 */
export const showCirculars = (
  box: HTMLElement,
  circulars: readonly AreaCircular[],
  all: number,
  authority: string | null,
  texts: Texts,
): void => {
  if (circulars.length === 0) {
    box.replaceChildren(paragraph(texts.noCirculars));
    return;
  }
  const list = element('ol', { className: 'strand' });
  const more = element('button', { type: 'button', className: 'button' });
  const add = (): HTMLElement | null => {
    const from = list.children.length;
    for (const one of circulars.slice(from, from + STEP)) {
      const heading = element('h3', {}, link(one.href, one.title));
      list.append(element('li', {}, heading, factsOf(one, texts), wayOf(one, authority, texts)));
    }
    const left = circulars.length - list.children.length;
    more.hidden = left <= 0;
    more.textContent = fill(texts.more, { count: Math.min(left, STEP) });
    return list.children[from]?.querySelector('a') ?? null;
  };
  more.onclick = () => add()?.focus();
  add();
  const count = fill(texts.circularsCount, { count: all, shown: circulars.length });
  box.replaceChildren(
    ...(all > circulars.length ? [paragraph(count, 'small soft')] : []),
    list,
    element('p', {}, more),
  );
};
