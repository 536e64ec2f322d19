import { element, textNodes } from '#browser/dom.ts';
import type { AreaFigures } from '#site/my/figures.ts';
import { badge, paragraph, type Texts } from './texts.ts';

const tableOf = (
  label: string,
  heads: readonly string[],
  rows: readonly (readonly (string | null)[])[],
  texts: Texts,
): HTMLElement => {
  const head = element(
    'thead',
    {},
    element('tr', {}, ...heads.map((text) => element('th', { scope: 'col' }, text))),
  );
  const body = rows.map(([name, ...cells]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, ...textNodes(name ?? texts.noRecord)),
      ...cells.map((cell) => element('td', {}, ...textNodes(cell || texts.noRecord))),
    ),
  );
  const table = element('table', { className: 'my-table' }, head, element('tbody', {}, ...body));
  table.setAttribute('aria-label', label);
  const scroll = element('section', { className: 'grid-scroll', tabIndex: 0 }, table);
  scroll.setAttribute('aria-label', label);
  return scroll;
};

/** Draws the transfers and the monthly figures of an authority; a province or district has none of its own. */
export const showFigures = (
  box: HTMLElement,
  { offices, sample }: AreaFigures,
  office: string,
  texts: Texts,
): void => {
  const found = offices[office];
  if (!found) {
    box.replaceChildren(paragraph(texts.noFigures));
    return;
  }
  const { transfers, months } = found;
  box.replaceChildren(
    ...(sample ? [element('p', {}, badge(texts.sampleFigures, 'turmeric'))] : []),
    element('h3', {}, ...textNodes(texts.transfers)),
    ...(transfers.length > 0
      ? [tableOf(texts.transfers, texts.transferHeads.split('|'), transfers, texts)]
      : [paragraph(texts.noRecord)]),
    element('h3', {}, ...textNodes(texts.months)),
    tableOf(texts.months, texts.monthHeads.split('|'), months.toReversed(), texts),
  );
};
