import type { Context } from 'hono';
import { html } from 'hono/html';
import { type Html, head, hidden } from './form-parts.ts';
import type { PageParts } from './member-fields.ts';

/** Bytes of a form that are read of somebody who is not signed in, who is not to fill the memory: 20,000 Thai characters. */
const MOST_READ = 262_144;

/** What somebody typed into a form. */
export interface TypedForm {
  /** Fields in their order; one that several boxes share comes several times. Passwords are not among them. */
  readonly fields: readonly (readonly [name: string, text: string])[];
  /** Names of the files that were chosen. */
  readonly files: readonly string[];
  /** Whether the form can have files, and so is written in parts. */
  readonly hasParts: boolean;
  /** Whether all of the form was read: fields behind a large file may be missing. */
  readonly isWhole: boolean;
}

const bytesOf = async (
  body: ReadableStream<Uint8Array> | null,
  most: number,
): Promise<{ readonly bytes: Buffer; readonly isWhole: boolean }> => {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    pieces.push(piece);
    size += piece.length;
    // To leave the loop gives the rest of the body up.
    if (size > most) return { bytes: Buffer.concat(pieces).subarray(0, most), isWhole: false };
  }
  return { bytes: Buffer.concat(pieces), isWhole: true };
};

const BOUNDARY = /\bboundary="?([^";]+)/i;

/** The start of a form of parts, ended behind its last part that is there as a whole; empty where none is. */
const wholeParts = (bytes: Buffer, type: string): Buffer => {
  const mark = `--${BOUNDARY.exec(type)?.[1] ?? ''}`;
  const end = bytes.lastIndexOf(`\r\n${mark}`);
  return Buffer.concat([
    end === -1 ? Buffer.alloc(0) : bytes.subarray(0, end + 2),
    Buffer.from(`${mark}--\r\n`),
  ]);
};

const wholePairs = (bytes: Buffer): Buffer =>
  bytes.subarray(0, Math.max(0, bytes.lastIndexOf('&')));

interface ReadForm extends Pick<TypedForm, 'hasParts' | 'isWhole'> {
  readonly entries: readonly (readonly [name: string, value: string | File])[];
}

const typedOf = ({ entries, hasParts, isWhole }: ReadForm): TypedForm => ({
  fields: entries.flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'password' ? [[name, value] as const] : [],
  ),
  files: entries.flatMap(([, value]) =>
    typeof value === 'string' || value.name === '' ? [] : [value.name],
  ),
  hasParts,
  isWhole,
});

const PARTS = /^multipart\/form-data/;
const FORM = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)/;

/** Whether a request is a form that a page sent, and not a script. */
export const isSentByPage = (c: Context): boolean =>
  FORM.test(c.req.header('content-type') ?? '') && c.req.header('sec-fetch-dest') !== 'empty';

const readForm = async (request: Request, most: number): Promise<ReadForm> => {
  const type = request.headers.get('content-type') ?? '';
  const hasParts = PARTS.test(type);
  if (!FORM.test(type)) return { entries: [], hasParts, isWhole: true };
  const { bytes, isWhole } = await bytesOf(request.body, most);
  const cut = hasParts ? wholeParts : wholePairs;
  const body = new Uint8Array(isWhole ? bytes : cut(bytes, type));
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  return { entries: [...form], hasParts, isWhole };
};

/** What a form holds, of its first `most` bytes; nothing of what is no form. Throws TypeError for a damaged one. */
export const typedIn = async (request: Request, most = MOST_READ): Promise<TypedForm> =>
  typedOf(await readForm(request, most));

/**
 * What the form held that a request failed at. Null where there is nothing to be sent again: no form of a page, one with a
 * password, which no page repeats, one that is damaged, and one whose bytes went on to a file as they came.
 */
export const typedBefore = async (c: Context): Promise<TypedForm | null> => {
  if (!isSentByPage(c)) return null;
  const { formData } = c.req.bodyCache;
  if (!formData && c.req.raw.bodyUsed) return null;
  const hasParts = PARTS.test(c.req.header('content-type') ?? '');
  const reading = formData
    ? Promise.resolve(formData).then((form) => ({ entries: [...form], hasParts, isWhole: true }))
    : readForm(c.req.raw, MOST_READ);
  // That it is damaged, or broke off, is what the request failed at, and told.
  const read = await reading.catch(() => null);
  if (!read || read.entries.length === 0) return null;
  return read.entries.some(([name]) => name === 'password') ? null : typedOf(read);
};

type Words = PageParts['t'];

/** Says which files, and that fields behind them, are to be given anew; nothing where all of a form was kept. */
export const lostFiles = ({ signedOut }: Words, { files, isWhole }: TypedForm): Html => html`
  ${files.length > 0 ? html`<p class="desk-message desk-note">${signedOut.files(files.join(', '))}</p>` : ''}
  ${isWhole ? '' : html`<p class="desk-message desk-note">${signedOut.cut}</p>`}`;

/** A form that sends to the address, by one press, what was typed. */
export const sendAgain = (
  { signedOut }: Words,
  address: string,
  { fields, hasParts }: TypedForm,
  label = signedOut.send,
): Html => html`
      <form class="desk-form" method="post" action="${address}"${hasParts ? html` enctype="multipart/form-data"` : ''}>
        ${fields.map(([name, text]) => hidden(name, text))}
        <p><button class="button" type="submit">${label}</button></p>
      </form>`;

/** Says that nothing was saved, and holds what was typed, to be sent again. */
export const faultPage = ({ t, base }: PageParts, path: string, typed: TypedForm): Html => html`
  ${head(t.pages.refused, { kind: 'refused', text: t.refused.faultKept })}
  ${lostFiles(t, typed)}
  ${sendAgain(t, `${base}${path}`, typed)}`;

/** The path of a request below the base of the desk, with its query. */
export const pathBelow = (c: Context, base: string): string => {
  const { pathname, search } = new URL(c.req.url);
  return `${pathname.slice(base.length)}${search}`;
};
