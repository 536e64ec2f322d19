import { editPage, type Fields } from '#store/content/edit-page.ts';
import type { ChangedText } from '#store/desk/page-changes.ts';
import { fieldOrder } from './kinds.ts';
import { NO_BYTES, type PageOrder, type PagePlan, readPageFile, refuse } from './orders.ts';

/** Marks a letter as cancelled by a later one, on both pages. */
export const planCancel = (
  root: string,
  { page, by, since }: Extract<PageOrder, { do: 'cancel' }>,
  today: string,
): PagePlan => {
  const old = readPageFile(root, page);
  const later = readPageFile(root, by);
  const letter = (page.startsWith('circulars/') ? old.fields.letter : old.fields) as
    | Fields
    | undefined;
  const { number, date } = letter ?? {};
  if (page === by || number === undefined || date === undefined) {
    refuse({
      file: old.file,
      what:
        page === by
          ? 'a letter does not cancel itself'
          : 'the page is that of no letter with number and date',
      fix: 'Choose the letter that is cancelled, and the later one that says so.',
    });
  }
  const force = {
    ...(old.fields.force as Fields | undefined),
    status: 'cancelled',
    by,
    ...(since === undefined ? {} : { since }),
    recorded: today,
  };
  const cancels = (Array.isArray(later.fields.cancels) ? later.fields.cancels : []) as Fields[];
  const isSaid = cancels.some(({ record }) => record === page);
  const order = fieldOrder('circulars');
  const edited = ({ file, before }: typeof old, fields: Fields): ChangedText => ({
    file,
    before,
    after: editPage(before, file, { fields }, { order, isFinal: false }),
  });
  const texts = [
    edited(old, { force }),
    ...(isSaid ? [] : [edited(later, { cancels: [...cancels, { number, date, record: page }] })]),
  ];
  return { action: 'cancel-page', page, texts, bytes: NO_BYTES };
};
