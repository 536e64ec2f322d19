import { fill } from '#browser/dom.ts';
import { byNumber } from './cell-order.ts';

const plain = (text: string | null | undefined): string =>
  (text ?? '').toLowerCase().replace(/\s/g, '');

const textAt = (row: HTMLTableRowElement, column: number): string =>
  row.cells[column]?.textContent ?? '';

const bind = (tools: HTMLElement): void => {
  // The script of the tools may stand between them and their table.
  const table = tools.parentElement?.querySelector('table');
  const filter = tools.querySelector<HTMLInputElement>('[data-filter]');
  const sort = tools.querySelector<HTMLSelectElement>('[data-sort]');
  const status = tools.querySelector<HTMLElement>('[data-status]');
  const body = table?.tBodies[0];
  if (!body || !filter || !sort || !status) return;
  const rows = [...body.rows];
  const show = (): void => {
    const wanted = plain(filter.value);
    for (const row of rows) row.hidden = !plain(textAt(row, 0)).includes(wanted);
    const count = rows.filter(({ hidden }) => !hidden).length;
    status.textContent = fill(tools.dataset.shown ?? '', { count });
  };
  filter.addEventListener('input', show);
  sort.addEventListener('change', () => {
    const column = Number(sort.value);
    // The rows came in the order of their names.
    const sorted =
      column === 0 ? rows : rows.toSorted((a, b) => byNumber(textAt(a, column), textAt(b, column)));
    body.append(...sorted);
    show();
  });
  tools.hidden = false;
};

for (const tools of document.querySelectorAll<HTMLElement>('[data-figure-tools]')) bind(tools);
