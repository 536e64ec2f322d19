import { fill } from '#browser/dom.ts';

type Key = 'lag' | 'name';

/** Those that lag most first, then those with most gaps; else by name. */
const compare =
  (key: Key) =>
  ({ dataset: a }: HTMLTableRowElement, { dataset: b }: HTMLTableRowElement): number =>
    (key === 'lag' &&
      (Number(b.lag) - Number(a.lag) || Number(b.incomplete) - Number(a.incomplete))) ||
    (a.name ?? '').localeCompare(b.name ?? '', 'th');

const plain = (text: string): string => text.toLowerCase().replace(/\s/g, '');

const bind = (tools: HTMLElement, table: HTMLTableElement): void => {
  const body = table.tBodies[0];
  const filter = tools.querySelector<HTMLInputElement>('[data-filter]');
  const sort = tools.querySelector<HTMLSelectElement>('[data-sort]');
  const status = tools.querySelector<HTMLElement>('[data-status]');
  if (!body || !filter || !sort || !status) return;
  const rows = [...body.rows];
  const show = (): void => {
    const wanted = plain(filter.value);
    for (const row of rows) row.hidden = !plain(row.cells[0]?.textContent ?? '').includes(wanted);
    status.textContent = fill(tools.dataset.shown ?? '', {
      count: rows.filter(({ hidden }) => !hidden).length,
    });
  };
  filter.addEventListener('input', show);
  sort.addEventListener('change', () => {
    body.append(...rows.toSorted(compare(sort.value as Key)));
    show();
  });
  tools.hidden = false;
};

const tools = document.querySelector<HTMLElement>('[data-table-tools]');
const table = document.querySelector<HTMLTableElement>('table[data-table]');
if (tools && table) bind(tools, table);
