import { readAnswers } from '#core/search/answers.ts';
import type { Excerpt } from '#core/search/excerpt.ts';
import { doubtOfNumber } from '#core/search/number-doubt.ts';
import type { Result, SearchResponse } from '#core/search/respond.ts';
import type { Messages } from '#i18n/messages.ts';
import { element, fill, textNodes } from '../dom.ts';

type Texts = Messages['searchPage'];
type StatusTexts = Pick<
  Texts,
  'nothing' | 'found' | 'foundOnly' | 'nearOnly' | 'numberLost' | 'near'
>;

/** An excerpt with its marks. */
export const excerptNodes = ({ parts, cutBefore, cutAfter }: Excerpt): (Node | string)[] => [
  cutBefore ? '…' : '',
  ...parts.flatMap(({ text, marked }) =>
    marked ? [element('mark', {}, ...textNodes(text))] : textNodes(text),
  ),
  cutAfter ? '…' : '',
];

/** What a page says of a number that is not certain. */
export const doubtNode = (doubt: string): HTMLElement =>
  element('span', { className: 'search-doubt' }, ...textNodes(doubt));

const plain = (text: string | undefined): HTMLElement[] =>
  text ? [element('span', {}, ...textNodes(text))] : [];

/** What a result is: its kind, its letter number or what is in doubt of it, whether it is made up, its legal force. */
export const factNodes = ({ meta }: Result, texts: Pick<Texts, 'number'>): HTMLElement[] => {
  const doubt = doubtOfNumber(meta);
  const number = meta.number && fill(texts.number, { number: meta.number });
  return [
    ...plain(meta.kind),
    ...(doubt === null ? plain(number) : [doubtNode(doubt)]),
    ...plain(meta.sample),
    ...(meta.forceLabel
      ? [element('span', { className: `search-force ${meta.force}` }, meta.forceLabel)]
      : []),
  ];
};

/** Links to the forms and manuals that answer the question of a result. */
export const answerLinks = ({ meta }: Result): HTMLElement[] =>
  readAnswers(meta).map(({ href, title }) =>
    element('a', { href, className: 'button' }, element('span', {}, ...textNodes(title))),
  );

/** Line that says how much was found; read out by screen readers. */
export const statusText = (
  { text, total, full, numbers }: SearchResponse,
  texts: StatusTexts,
): string => {
  const near = total - full;
  const lost = numbers.find(({ written, found }) => written && !found);
  if (lost) return fill(texts.numberLost, { number: lost.text });
  if (total === 0) return fill(texts.nothing, { query: text });
  if (near === 0) return fill(texts.foundOnly, { full });
  return fill(full === 0 ? texts.nearOnly : texts.found, { full, near });
};
