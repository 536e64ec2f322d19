import { asHtml, type Html } from '#astro/html-string.ts';
import { escapeMarkup } from '#core/text/escape.ts';
import type { FigureCell } from '#site/figures/cell.ts';
import { messages } from '#site/i18n.ts';
import { marked } from './marked.ts';

/** A cell for a template: an amount, day or value is said in its element too, for sorting and for the reader's unit. */
export const cellHtml = (cell: FigureCell): string | Html => {
  if (cell === null) return marked(messages.figures.noRecord);
  if (typeof cell === 'string') return marked(cell);
  const { text, baht, iso, order } = cell;
  const shown = escapeMarkup(text);
  if (iso !== undefined)
    return asHtml(`<time datetime="${iso}"><span class="keep">${shown}</span></time>`);
  if (baht !== undefined) return asHtml(`<data class="amount" value="${baht}">${shown}</data>`);
  return asHtml(`<data value="${order}">${shown}</data>`);
};

/** A text that has a unit in it, which changes with the unit that the reader chooses, as the line above a table has. */
export const unitHtml = (text: string, unit: string): string | Html => {
  const at = text.lastIndexOf(unit);
  if (at < 0) return marked(text);
  const [before, after] = [text.slice(0, at), text.slice(at + unit.length)].map(escapeMarkup);
  return asHtml(`${before}<span data-unit>${escapeMarkup(unit)}</span>${after}`);
};
