import { parse } from 'yaml';
import { DRAFT_MARK } from '#core/letter/draft/skeleton.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import {
  editPage,
  type Fields,
  fieldsOfPage,
  newPageText,
  shownBody,
} from '#store/content/edit-page.ts';
import { bodyOf } from '#store/content/page-file.ts';
import { readContentText } from '#store/files/content-file.ts';
import { skeletonOf } from '../new/skeletons.ts';
import { pictureBeside } from './beside.ts';
import { planCancel } from './cancel.ts';
import { existingFile, fieldOrder, KIND_OF, newFile, splitPage } from './kinds.ts';
import { NO_BYTES, type PageOrder, type PagePlan, readPageFile, refuse } from './orders.ts';
import { planReplace } from './replace.ts';

/** The fields of a page that nobody has written yet: as its skeleton has them. */
export const newFields = (section: string, title: string, today: string): Fields => {
  const kind = KIND_OF[section];
  if (kind === undefined) throw new RangeError(`"${section}" is no section of pages`);
  const skeleton = skeletonOf({ kind, title, today });
  const yaml = skeleton.slice(4, skeleton.length - bodyOf(skeleton).length - 4);
  const fields = parse(yaml) as Fields;
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  );
};

const isOfSkeleton = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.startsWith(DRAFT_MARK)
    : typeof value === 'object' && value !== null && Object.values(value).some(isOfSkeleton);

/** Fields that a skeleton begins with and the check does not ask for by itself. */
const leftOvers = (file: string, fields: Fields): Problem[] =>
  Object.entries(fields)
    .filter(([name, value]) => !['title', 'summary'].includes(name) && isOfSkeleton(value))
    .map(([name]) => ({
      file,
      field: name,
      what: `"${name}" is still as the draft began it`,
      why: 'Readers would take the notes of a draft for advice.',
      fix: 'Write it, or keep the page as a draft.',
    }));

const inOrder = (section: string, fields: Fields): Fields => {
  const order = ['title', 'summary', ...fieldOrder(section)];
  const names = [...new Set([...order, ...Object.keys(fields)])];
  return Object.fromEntries(
    names
      .filter((name) => fields[name] !== undefined && fields[name] !== null)
      .map((name) => [name, fields[name]]),
  );
};

const planWrite = (
  root: string,
  { page, answers, publish, picture }: Extract<PageOrder, { do: 'write' }>,
  today: string,
): PagePlan => {
  const { section } = splitPage(page);
  const known = existingFile(root, page);
  const file = known ?? newFile(page);
  const before = known === null ? null : readContentText(root, known);
  const { draft: _, ...written } = answers.fields;
  const order = fieldOrder(section);
  let after: string;
  if (before === null) {
    const { title } = written;
    if (typeof title !== 'string' || title === '') {
      refuse({ file, field: 'title', what: 'a new page has no title', fix: 'Write one.' });
    }
    const { draft: mark, ...began } = newFields(section, String(title), today);
    const fields = inOrder(section, { ...began, ...(publish ? {} : { draft: mark }), ...written });
    after = newPageText(fields, answers.body ?? '');
  } else {
    const isDraft = fieldsOfPage(before, file).draft === true;
    const turns = publish && isDraft;
    const fields = turns
      ? { published: today, ...written, draft: null, withdrawal: null }
      : written;
    after = editPage(before, file, { fields, body: answers.body }, { order, isFinal: turns });
  }
  const fields = fieldsOfPage(after, file);
  if (fields.draft !== true) {
    const left = leftOvers(file, fields);
    if (left.length > 0) throw new ProblemError(left);
  }
  const action = publish ? 'publish-page' : 'write-page';
  if (picture === undefined) {
    return { action, page, texts: [{ file, before, after }], bytes: NO_BYTES };
  }
  // What lies beside a page is in a folder of its own; its address stays the same.
  const folder = `content/${page}`;
  const place = `${folder}/index.mdx`;
  const { name, line } = pictureBeside(root, folder, picture);
  const body = `${shownBody(after)}\n\n${line}`;
  after = editPage(after, file, { fields: {}, body }, { order, isFinal: false });
  const isMoved = known !== null && known !== place;
  const texts = [
    { file: place, before: isMoved ? null : before, after },
    ...(isMoved ? [{ file, before, after: null }] : []),
  ];
  return { action, page, texts, bytes: new Map([[`${folder}/${name}`, picture.bytes]]) };
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const planWithdraw = (
  root: string,
  { page, reason }: Extract<PageOrder, { do: 'withdraw' }>,
  today: string,
): PagePlan => {
  const { section } = splitPage(page);
  const { file, before, fields } = readPageFile(root, page);
  if (fields.draft === true) {
    refuse({
      file,
      what: 'the page is a draft already',
      why: 'No reader sees a draft; nothing was written.',
      fix: 'Look at the list of pages: somebody may have withdrawn it before.',
    });
  }
  if (oneLine(reason) === '') {
    refuse({
      file,
      field: 'reason',
      what: 'no reason is given why the page is withdrawn',
      fix: 'Write it in one sentence: readers find it at the address of the page.',
    });
  }
  const changes = Array.isArray(fields.changes) ? fields.changes : [];
  const withdrawal = { date: today, reason: oneLine(reason) };
  const change = { date: today, note: `ถอนหน้านี้: ${withdrawal.reason}`, major: true };
  const edit = { fields: { draft: true, withdrawal, changes: [...changes, change] } };
  const after = editPage(before, file, edit, { order: fieldOrder(section), isFinal: false });
  return { action: 'withdraw-page', page, texts: [{ file, before, after }], bytes: NO_BYTES };
};

/** When and why a page was withdrawn, as its front matter says; null where it was not. */
export const withdrawalOf = ({
  draft,
  withdrawal,
}: Fields): { readonly date: string; readonly reason: string } | null => {
  const { date, reason } = (withdrawal ?? {}) as Readonly<Record<string, unknown>>;
  return draft === true && typeof date === 'string' && typeof reason === 'string'
    ? { date, reason }
    : null;
};

const planRestore = (
  root: string,
  { page }: Extract<PageOrder, { do: 'restore' }>,
  today: string,
): PagePlan => {
  const { section } = splitPage(page);
  const { file, before, fields } = readPageFile(root, page);
  if (withdrawalOf(fields) === null) {
    refuse({
      file,
      what: 'the page was not withdrawn',
      fix: 'A draft that readers never saw is published as a draft.',
    });
  }
  const changes = [
    ...(Array.isArray(fields.changes) ? fields.changes : []),
    { date: today, note: 'นำหน้านี้กลับมา', major: true },
  ];
  const edit = { fields: { draft: null, withdrawal: null, changes } };
  const after = editPage(before, file, edit, { order: fieldOrder(section), isFinal: false });
  return { action: 'restore-page', page, texts: [{ file, before, after }], bytes: NO_BYTES };
};

/**
 * What an order writes, from the content as it is; nothing is written here. `today` is an ISO date. Throws a ProblemError where it
 * cannot be done.
 */
export const planPage = (root: string, order: PageOrder, today: string): PagePlan => {
  switch (order.do) {
    case 'write':
      return planWrite(root, order, today);
    case 'withdraw':
      return planWithdraw(root, order, today);
    case 'restore':
      return planRestore(root, order, today);
    case 'cancel':
      return planCancel(root, order, today);
    case 'replace':
      return planReplace(root, order);
  }
};
