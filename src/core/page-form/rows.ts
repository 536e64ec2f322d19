import { countName, rowsIn, type TextOf } from './field.ts';

/** What is done with the rows of a list in a form: one goes up, one is taken out, or one is added at the end. */
export type RowAct =
  | { readonly does: 'up' | 'remove'; readonly list: string; readonly at: number }
  | { readonly does: 'add'; readonly list: string };

/** Reads an act as its button says it: `up:f.changes[1]`, `remove:f.changes[0]`, `add:f.changes`; null for anything else. */
export const readRowAct = (text: string): RowAct | null => {
  const [, does, list = '', at] = /^(up|remove|add):([^:]*?)(?:\[(\d{1,3})\])?$/.exec(text) ?? [];
  if (does === undefined || list === '') return null;
  if (does === 'add') return at === undefined ? { does, list } : { does, list: `${list}[${at}]` };
  return at === undefined ? null : { does: does as 'up' | 'remove', list, at: Number(at) };
};

/** The texts of a form after an act; of a list that is not in the form they stay as they are. */
export const afterRowAct = (text: TextOf, act: RowAct): TextOf => {
  const { list } = act;
  const count = rowsIn(list, text);
  if (act.does === 'add') {
    return (name) => (name === countName(list) ? String(count + 1) : text(name));
  }
  const { does, at } = act;
  const isThere = at < count && (does === 'remove' || at > 0);
  if (!isThere) return text;
  /** The row whose texts a row has now. */
  const source = (row: number): number => {
    if (does === 'remove') return row < at ? row : row + 1;
    return row === at ? at - 1 : row === at - 1 ? at : row;
  };
  const prefix = `${list}[`;
  return (name) => {
    if (!name.startsWith(prefix)) return text(name);
    const end = name.indexOf(']', prefix.length);
    const row = Number(name.slice(prefix.length, end));
    const from = source(row);
    return from < count ? text(`${prefix}${from}${name.slice(end)}`) : '';
  };
};
