import { createHash } from 'node:crypto';
import { editPage, type Fields } from '#store/content/edit-page.ts';
import { freeName } from './beside.ts';
import { fieldOrder, splitPage } from './kinds.ts';
import { type PageOrder, type PagePlan, readPageFile, refuse } from './orders.ts';

/** Puts a file in the place of another beside a form, which stays where it was. */
export const planReplace = (
  root: string,
  { page, at, name, bytes }: Extract<PageOrder, { do: 'replace' }>,
): PagePlan => {
  const { section } = splitPage(page);
  const { file, before, fields } = readPageFile(root, page);
  const attachments = (Array.isArray(fields.attachments) ? fields.attachments : []) as Fields[];
  const old = attachments[at];
  if (
    old === undefined ||
    !file.endsWith('/index.mdx') ||
    old.withdrawn !== undefined ||
    old.replacedBy !== undefined
  ) {
    refuse({
      file,
      field: 'attachments',
      what: 'the page has no such file that could be replaced',
      fix: 'Choose a file of a form that nothing has replaced yet.',
    });
  }
  const folder = file.slice(0, -'/index.mdx'.length);
  const listed = new Set(attachments.map((one) => one.file ?? (one.withdrawn as Fields)?.file));
  const free = freeName(root, folder, name, listed);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const own = { title: old?.title, file: free, size: bytes.length, sha256 };
  // The former file stays where it was, for whoever has its address; what is missing had none.
  const changed =
    old?.file === undefined
      ? attachments.map((one, nth) => (nth === at ? own : one))
      : [...attachments.map((one, nth) => (nth === at ? { ...one, replacedBy: free } : one)), own];
  const order = fieldOrder(section);
  const after = editPage(
    before,
    file,
    { fields: { attachments: changed } },
    { order, isFinal: false },
  );
  return {
    action: 'replace-file',
    page,
    texts: [{ file, before, after }],
    bytes: new Map([[`${folder}/${free}`, bytes]]),
  };
};
