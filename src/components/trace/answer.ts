import { element, fill, textNodes } from '#browser/dom.ts';
import { BASE } from '#browser/portal-base.ts';
import { formatThaiDate } from '#core/letter/date.ts';
import { printLetterNumber } from '#core/letter/number.ts';
import type { IndexedTrace } from '#core/tracking/trace-index.ts';
import type { Messages } from '#i18n/messages.ts';
import type { TracedCircular } from '#site/trace/index.ts';

/** The texts of the page as they travel in its markup. */
export type TraceTexts = Omit<Messages['trace'], 'hint'>;

/** A circular to which a number leads, and where in its chain the number is. */
export interface Lead {
  readonly circular: TracedCircular;
  readonly traces: readonly IndexedTrace[];
}

const address = (number: string): string => `${BASE}/trace/?${new URLSearchParams({ n: number })}`;

const printDate = (date: string): string => {
  const { lang } = document.documentElement;
  if (lang === 'th') return formatThaiDate(date);
  const [, month, day] = date.split('-');
  const style: Intl.DateTimeFormatOptions = {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month && { month: 'long' }),
    ...(day && { day: 'numeric' }),
  };
  return new Intl.DateTimeFormat(lang, style).format(new Date(date));
};

const paragraph = (text: string, className = ''): HTMLElement =>
  element('p', { className }, ...textNodes(text));

const meaning = (trace: IndexedTrace, texts: TraceTexts): (Node | string)[] => {
  const { as, officeName, number, date, doubtful } = trace;
  const when =
    date === null
      ? texts.noDate
      : fill(as === 'register' ? texts.received : texts.dated, { date: printDate(date) });
  const says = `${fill(texts.is[as], { office: officeName })} ${when}`;
  return [
    element('span', { className: 'number keep' }, printLetterNumber(number)),
    ' ',
    ...textNodes(says),
    ...(doubtful
      ? [' ', element('span', { className: 'badge badge-vermilion' }, texts.doubtful)]
      : []),
  ];
};

const meanings = (traces: readonly IndexedTrace[], texts: TraceTexts): HTMLElement =>
  element(
    'ul',
    { className: 'meanings' },
    ...traces.map((trace) => element('li', {}, ...meaning(trace, texts))),
  );

const badge = (text: string | null, className: string): (Node | string)[] =>
  text === null ? [] : [element('span', { className: `badge ${className}` }, text)];

/** The chain as the page of the circular draws it, with the offices marked at which the number is. */
const chainNodes = ({ circular, traces }: Lead, texts: TraceTexts): Node[] => {
  const { body } = new DOMParser().parseFromString(circular.chain, 'text/html');
  // Links within the page of the circular lead to that page from here.
  for (const link of body.querySelectorAll<HTMLAnchorElement>('a[href^="#"]'))
    link.href = circular.href + link.getAttribute('href');
  for (const office of new Set(traces.map((trace) => trace.office))) {
    const stop = body.querySelector(`.stop[data-office="${CSS.escape(office)}"]`);
    stop?.classList.add('here');
    stop
      ?.querySelector('.office')
      ?.append(' ', element('span', { className: 'badge badge-turmeric' }, texts.here));
  }
  return [...body.childNodes];
};

const leadNode = (lead: Lead, texts: TraceTexts): HTMLElement => {
  const { href, title, withdrawn, sample } = lead.circular;
  return element(
    'section',
    { className: 'traced' },
    element('h2', {}, element('a', { href }, ...textNodes(title))),
    ...badge(withdrawn, 'badge-vermilion'),
    ...badge(sample, 'badge-turmeric'),
    meanings(lead.traces, texts),
    element('h3', {}, ...textNodes(texts.chain)),
    ...chainNodes(lead, texts),
    element('p', {}, element('a', { href }, ...textNodes(texts.open))),
  );
};

/** What the page says where a number was found. `others` lead to circulars whose chains are not shown. */
export const foundAnswer = (
  leads: readonly Lead[],
  others: readonly IndexedTrace[],
  notes: readonly string[],
  texts: TraceTexts,
): Node[] => [
  ...notes.map((note) => paragraph(note)),
  ...leads.map((lead) => leadNode(lead, texts)),
  ...(others.length > 0
    ? [
        element('h2', {}, ...textNodes(texts.more)),
        element(
          'ul',
          { className: 'meanings' },
          ...others.map((trace) =>
            element(
              'li',
              {},
              ...meaning(trace, texts),
              ' ',
              element(
                'a',
                { href: `${BASE}/circulars/${trace.circular}/#chain` },
                ...textNodes(texts.open),
              ),
            ),
          ),
        ),
      ]
    : []),
];

const offers = (numbers: readonly string[], texts: TraceTexts): Node[] =>
  numbers.length === 0
    ? []
    : [
        element('h2', {}, ...textNodes(texts.nearest)),
        element(
          'ul',
          { className: 'offers' },
          ...numbers.map((number) =>
            element(
              'li',
              {},
              element(
                'a',
                { className: 'button', href: address(number) },
                printLetterNumber(number),
              ),
            ),
          ),
        ),
      ];

/** A link to the search for what was typed: pages may speak of a letter whose chain nobody knows. */
export const searchNode = (number: string, texts: TraceTexts): HTMLElement =>
  element(
    'p',
    {},
    element(
      'a',
      { href: `${BASE}/search/?${new URLSearchParams({ q: number })}` },
      ...textNodes(fill(texts.search, { number })),
    ),
  );

/** What the page says where a number is in no chain. */
export const lostAnswer = (
  number: string,
  nearest: readonly string[],
  texts: TraceTexts,
): Node[] => [paragraph(texts.lostText), ...offers(nearest, texts), searchNode(number, texts)];

/** An answer of one sentence. */
export const plainAnswer = (text: string): Node[] => [paragraph(text)];
