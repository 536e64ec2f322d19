import { isFullDate } from '#core/letter/date.ts';
import { readDateCell } from '#core/tracking/register/date-cell.ts';
import type { DeskTexts } from '#i18n/desk-texts.ts';

/** Texts of pages about letters. */
export type Texts = DeskTexts['letters'];

/** Gives the value of a field of the form; '' where it has none. */
export type FormValue = (name: string) => string;

/** Something that was typed and cannot be taken. */
export interface FormFault {
  /** Name of the field of the form. */
  readonly name: string;
  readonly label: string;
  readonly text: string;
}

/** A text on one line, without spaces around it. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A day as people type it, known to the day; null for anything else. */
export const dayOf = (typed: string): string | null => {
  const { value, doubt } = readDateCell(typed);
  return doubt === null && value !== null && isFullDate(value) ? value : null;
};
