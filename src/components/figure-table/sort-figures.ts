import { element, fill } from '#browser/dom.ts';
import { toArabicDigits } from '#core/letter/digits.ts';
import {
  type CellKey,
  compareCells,
  type Direction,
  filterText,
  firstDirection,
  numberIn,
} from './cell-order.ts';

interface Texts {
  readonly shown: string;
  readonly sorted: string;
  readonly rising: string;
  readonly falling: string;
  readonly noRecord: string;
}

const cellAt = (row: HTMLTableRowElement, column: number): HTMLElement | undefined =>
  row.cells[column];

/** Values of a column: what its cells say for machines, else their numbers where all are numbers, else their texts. */
const keysOf = (
  rows: readonly HTMLTableRowElement[],
  column: number,
  noRecord: string,
): ReadonlyMap<HTMLTableRowElement, CellKey> => {
  const read = (row: HTMLTableRowElement): CellKey => {
    const cell = cellAt(row, column);
    const data = cell?.querySelector('data');
    if (data) return Number(data.value);
    const text = cell?.textContent?.trim() ?? '';
    return (
      cell?.querySelector('time')?.dateTime ?? (text === noRecord || text === '' ? null : text)
    );
  };
  const keys = rows.map(read);
  const known = keys.filter((key) => typeof key === 'string');
  const isCount =
    column > 0 && known.length > 0 && known.every((key) => /^\d[\d,]*$/.test(toArabicDigits(key)));
  return new Map(
    rows.map((row, at) => {
      const key = keys[at] ?? null;
      return [row, isCount && typeof key === 'string' ? numberIn(key) : key];
    }),
  );
};

const bind = (tools: HTMLElement): void => {
  // The script of the tools may be between them and their table.
  const table = tools.parentElement?.querySelector('table');
  const filter = tools.querySelector<HTMLInputElement>('[data-filter]');
  const select = tools.querySelector<HTMLSelectElement>('[data-sort]');
  const turn = tools.querySelector<HTMLButtonElement>('[data-turn]');
  const status = tools.querySelector<HTMLElement>('[data-status]');
  const [body, heads] = [table?.tBodies[0], [...(table?.tHead?.rows[0]?.cells ?? [])]];
  if (!body || !filter || !select || !turn || !status || body.rows.length < 2) return;
  const texts = JSON.parse(tools.dataset.figureTools ?? '{}') as Texts;
  const rows = [...body.rows];
  const names = heads.map((head) => head.textContent ?? '');
  let now: { readonly column: number; readonly direction: Direction } | null = null;

  const say = (): void => {
    const count = rows.filter(({ hidden }) => !hidden).length;
    const order =
      now &&
      fill(texts.sorted, { column: names[now.column] ?? '', direction: texts[now.direction] });
    status.textContent = [fill(texts.shown, { count, all: rows.length }), order]
      .filter(Boolean)
      .join(' ');
  };
  const sort = (column: number, wanted?: Direction): void => {
    const keys = keysOf(rows, column, texts.noRecord);
    const isTime = rows.some((row) => cellAt(row, column)?.querySelector('time'));
    const direction = wanted ?? firstDirection([...keys.values()], isTime);
    const compare = compareCells(direction);
    body.append(...rows.toSorted((a, b) => compare(keys.get(a) ?? null, keys.get(b) ?? null)));
    now = { column, direction };
    select.value = String(column);
    turn.disabled = false;
    for (const [at, head] of heads.entries()) {
      if (at === column) head.ariaSort = direction === 'rising' ? 'ascending' : 'descending';
      else head.removeAttribute('aria-sort');
    }
    say();
  };
  const unsort = (): void => {
    body.append(...rows);
    now = null;
    turn.disabled = true;
    for (const head of heads) head.removeAttribute('aria-sort');
    say();
  };
  const turned = (column: number): Direction | undefined => {
    if (now?.column !== column) return undefined;
    return now.direction === 'rising' ? 'falling' : 'rising';
  };

  for (const [at, head] of heads.entries()) {
    if (head.dataset.unsorted !== undefined) continue;
    select.append(element('option', { value: String(at) }, names[at] ?? ''));
    const button = element(
      'button',
      { type: 'button', className: 'sort-head' },
      ...head.childNodes,
    );
    button.addEventListener('click', () => sort(at, turned(at)));
    head.append(button);
  }
  // Where rows are shown as lists their heads are out of sight, and nothing out of sight may be stepped to with the keys.
  const lists = matchMedia('(max-width: 59.99rem)');
  const setStops = (): void => {
    const isHidden = lists.matches && table?.matches('.figures');
    for (const button of table?.tHead?.querySelectorAll('button') ?? [])
      button.tabIndex = isHidden ? -1 : 0;
  };
  setStops();
  lists.addEventListener('change', setStops);
  filter.addEventListener('input', () => {
    const wanted = filterText(filter.value);
    const isWhole = tools.dataset.whole !== undefined;
    for (const row of rows) {
      const text = isWhole ? row.textContent : cellAt(row, 0)?.textContent;
      row.hidden = !filterText(text).includes(wanted);
    }
    say();
  });
  select.addEventListener('change', () => {
    if (select.value === '') unsort();
    else sort(Number(select.value));
  });
  turn.addEventListener('click', () => {
    if (now) sort(now.column, turned(now.column));
  });
  tools.hidden = false;
};

for (const tools of document.querySelectorAll<HTMLElement>('[data-figure-tools]')) bind(tools);
