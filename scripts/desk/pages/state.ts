import type { TextOf } from '#core/page-form/field.ts';
import type { Problem } from '#core/problem.ts';
import { type Fields, fieldsOfPage } from '#store/content/edit-page.ts';
import { readContentText } from '#store/files/content-file.ts';
import { freeDatedSlug, isSlug, latinSlug, takenBy } from '../../new/slug.ts';
import { existingFile, KIND_OF, newFile, type PageKind } from '../../pages/kinds.ts';
import type { PagePlan, SentPicture } from '../../pages/orders.ts';
import { newFields, planPage, withdrawalOf } from '../../pages/plan.ts';
import { answersOf, FIELD, type readTexts, type Seen } from './model.ts';

/** A page as it lies in the content, or one that is begun. */
export interface FormState {
  readonly section: string;
  /** Address within the section; null for a page that is begun. */
  readonly slug: string | null;
  /** Text of its file; null where there is none. */
  readonly text: string | null;
  readonly fields: Fields;
  readonly isDraft: boolean;
  /** Why it was withdrawn; null where it was not. */
  readonly withdrawn: string | null;
}

/** What a form says. */
export interface Typed {
  readonly text: TextOf;
  /** Names of the parts that were sent. */
  readonly names: readonly string[];
  readonly values: ReturnType<typeof readTexts>;
  readonly seen: Seen;
  /** Names of fields, and of the body, that were changed since the form was shown. */
  readonly changed: ReadonlySet<string>;
  readonly slug: string;
  /** A picture that was chosen, and what it shows. */
  readonly picture: { readonly file: File; readonly alt: string } | null;
}

/** Reads a page; throws a ProblemError where its front matter cannot be read. `slug` is null for one that is begun. */
export const pageState = (
  root: string,
  section: string,
  slug: string | null,
  today: string,
): FormState => {
  const file = slug === null ? null : existingFile(root, `${section}/${slug}`);
  const text = file === null ? null : readContentText(root, file);
  const { title: _, ...begun } = text === null ? newFields(section, '-', today) : {};
  const fields = text === null ? begun : fieldsOfPage(text, file ?? '');
  return {
    section,
    slug,
    text,
    fields,
    isDraft: fields.draft === true,
    withdrawn: withdrawalOf(fields)?.reason ?? null,
  };
};

/** The address of the page that a form writes: its own, the one that was typed, else one that title or day make. */
export const slugAsked = (
  root: string,
  { section, slug }: Pick<FormState, 'section' | 'slug'>,
  typed: Typed,
  today: string,
): { readonly slug: string } | { readonly fault: Problem } => {
  if (slug !== null) return { slug };
  const kind = KIND_OF[section] as PageKind;
  const asked = typed.slug.trim();
  if (asked === '') {
    const named = latinSlug(typed.text(`${FIELD}title`).trim());
    const isFree = named !== null && takenBy(root, kind, named) === undefined;
    return { slug: isFree ? named : freeDatedSlug(root, kind, today) };
  }
  if (!isSlug(asked)) {
    const fault = {
      file: null,
      what: `"${asked}" cannot be the address of a page`,
      fix: 'Write lower-case Latin letters and digits, parted by single hyphens: how-to-sign-in.',
    };
    return { fault };
  }
  if (takenBy(root, kind, asked) === undefined) return { slug: asked };
  const fault = {
    file: null,
    what: 'there is such a page already',
    why: 'A page has one address; nothing was written.',
    fix: 'Choose another address, or write on in that page.',
  };
  return { fault };
};

/** What a form plans for a page at an address. Throws a ProblemError where it cannot be written. */
export const planOf = (
  root: string,
  { section, fields, text }: FormState,
  slug: string,
  typed: Typed,
  {
    publish,
    today,
    picture,
  }: {
    readonly publish: boolean;
    readonly today: string;
    readonly picture?: SentPicture | undefined;
  },
): PagePlan => {
  const answers = answersOf(typed.values, typed.changed, fields);
  // A page that is begun has the text that stands in its form, be it none.
  const body = text === null ? typed.values.body : answers.body;
  return planPage(
    root,
    { do: 'write', page: `${section}/${slug}`, answers: { ...answers, body }, publish, picture },
    today,
  );
};

/** The file of a page as it is, or as it will be called. */
export const fileOf = (root: string, page: string): string =>
  existingFile(root, page) ?? newFile(page);
