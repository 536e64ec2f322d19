import { mayWritePage } from '#core/desk/rights.ts';
import type { TextOf } from '#core/page-form/field.ts';
import type { Problem } from '#core/problem.ts';
import { SYSTEMS, systemName } from '#core/system.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { type Fields, shownBody } from '#store/content/edit-page.ts';
import { changesOfPage } from '#store/desk/page-changes.ts';
import type { PagePlan } from '../../pages/orders.ts';
import { newFields } from '../../pages/plan.ts';
import type { Desk } from '../app.ts';
import type { FormMessage, Html } from '../form-parts.ts';
import { dateTime } from '../times.ts';
import type { FormWords } from './field-html.ts';
import type { ListedPage } from './list.ts';
import { BODY, FIELD, formFields, seenOf, shownTexts } from './model.ts';
import { NOTHING_SAID, placed, type Said } from './problems.ts';
import { type PageRequest, sentence } from './request.ts';
import { type FormState, fileOf, type Typed } from './state.ts';
import { conflictHtml, editPageHtml, type ReplaceableFile, sectionName } from './views.ts';
import { lastChange } from './work.ts';

/** How a form is shown: as it is kept, or as it was typed. */
export interface Shown {
  readonly typed?: Typed | undefined;
  /** Fields, and the body, that stand as they are kept though others were typed. */
  readonly kept?: ReadonlySet<string>;
  readonly said?: Said;
  readonly notice?: FormMessage | Html;
  readonly status?: 200 | 409 | 422;
}

/** Fields of a form that are written behind its text, though every page has them. */
const LATER = ['published', 'order', 'sources', 'related', 'system'];

/** A choice as its field explains it: `act พระราชบัญญัติ, regulation ระเบียบ`. */
const explained = (option: string, help: string): string | undefined =>
  new RegExp(`(?:^|[ ,:])${RegExp.escape(option)}(?: =)? ([^,]+)`).exec(help)?.[1]?.trim();

/** Texts of choices by the language of the portal. */
const optionTexts = (language: string): FormWords['optionText'] => {
  const { role, level } = LANGUAGES[language === 'en' ? 'en' : 'th'];
  const systems = Object.fromEntries(SYSTEMS.map((key) => [key, systemName(key)]));
  const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    system: systems,
    level,
    roles: role,
    filledBy: role,
  };
  return (key, option, help) => names[key]?.[option] ?? explained(option, help) ?? option;
};

/** The files of a form that nothing has replaced. */
const replaceable = ({ attachments }: Fields): ReplaceableFile[] =>
  (Array.isArray(attachments) ? (attachments as readonly Fields[]) : []).flatMap((one, at) =>
    one.withdrawn === undefined && one.replacedBy === undefined
      ? [{ at, title: String(one.title) }]
      : [],
  );

/** Pages with the form of a page. */
export interface EditForm {
  readonly page: (request: PageRequest, state: FormState, shown?: Shown) => Promise<Response>;
  /** Puts problems beside the parts of the form that they are about. */
  readonly said: (
    request: PageRequest,
    state: FormState,
    typed: Typed,
    problems: readonly Problem[],
    at: { readonly page: string; readonly plan: PagePlan | null },
  ) => Said;
  /** Shows what somebody else changed meanwhile, with what was typed. */
  readonly conflict: (
    request: PageRequest,
    state: FormState,
    typed: Typed,
    theirs: ReadonlySet<string>,
  ) => Promise<Response>;
}

/** Makes the pages with forms of a desk; `pages` lists all pages. */
export const editForm = (desk: Desk, pages: () => readonly ListedPage[]): EditForm => {
  const { root } = desk;
  const known = (section: string) => (key: string) => [
    ...new Set(
      pages()
        .filter((one) => one.section === section && ['topic', 'sentTo', 'service'].includes(key))
        .flatMap(({ texts }) => texts[key] ?? []),
    ),
  ];
  const keptTexts = ({ section, text, fields }: FormState): Map<string, string> =>
    new Map([
      ...shownTexts(section, fields),
      [BODY, text === null ? '' : shownBody(text)],
      ['slug', ''],
    ]);
  /** The field that a part of a form belongs to. */
  const fieldOfPart = (name: string): string => name.replace(FIELD, '').replace(/[.[=#].*$/, '');

  const textOf = (state: FormState, { typed, kept = new Set() }: Shown): TextOf => {
    const texts = keptTexts(state);
    return (name) =>
      typed && !kept.has(fieldOfPart(name)) ? typed.text(name) : (texts.get(name) ?? '');
  };

  const page: EditForm['page'] = async (request, state, shown = {}) => {
    const { answer, language, member } = request;
    const { parts } = answer;
    const { section, slug, text, fields, isDraft, withdrawn } = state;
    const { typed, said = NOTHING_SAID, notice, status = 200 } = shown;
    const history =
      slug === null ? [] : await changesOfPage(desk.database.db, `${section}/${slug}`);
    const time = dateTime(language);
    const words: FormWords = {
      t: parts.t.writing,
      text: textOf(state, shown),
      said,
      optionText: optionTexts(language),
      known: known(section),
    };
    const title =
      slug === null
        ? parts.t.writing.newOf(sectionName(parts, section))
        : typeof fields.title === 'string'
          ? fields.title
          : slug;
    const begun = newFields(section, '-', '2000-01-01');
    const view = {
      section,
      slug,
      title,
      fields: formFields(section),
      first: Object.keys(begun).filter((key) => !LATER.includes(key)),
      names: [...new Set([...keptTexts(state).keys(), ...(typed?.names ?? [])])],
      seen: JSON.stringify(seenOf(section, text, fields)),
      isDraft: isDraft || slug === null,
      withdrawn,
      isPublisher: mayWritePage(member.grants, 'publish', section),
      files: slug === null ? [] : replaceable(fields),
      history,
      last: lastChange(history),
      timeOf: (iso: string) => time.format(new Date(iso)),
    };
    return answer.page(title, editPageHtml(parts, view, words, notice), status);
  };

  return {
    page,
    said: (request, { section, text }, typed, problems, { page: named, plan }) =>
      placed(
        problems,
        {
          file: plan?.texts[0]?.file ?? fileOf(root, named),
          text: plan?.texts[0]?.after ?? text ?? '',
        },
        { fields: formFields(section), names: [...typed.names, BODY] },
        {
          say: (one) => sentence(request, one),
          lineText: request.answer.parts.t.writing.line,
        },
      ),
    conflict: (request, state, typed, theirs) => {
      const texts = keptTexts(state);
      const { answer } = request;
      const fields = formFields(state.section);
      const labelOf = (name: string): string =>
        name === BODY
          ? answer.parts.t.writing.body
          : fields.find(({ key }) => key === name)?.help || name;
      const nowOf = (name: string): string =>
        [...texts]
          .filter(
            ([part, text]) => fieldOfPart(part) === name && text !== '' && !part.endsWith('#'),
          )
          .map(([, text]) => text)
          .join(' · ');
      const changes = [...theirs].map((name) => ({
        label: labelOf(name),
        now: nowOf(name),
        both: typed.changed.has(name),
      }));
      const kept = new Set(
        [...fields.map(({ key }) => key), BODY].filter((name) => !typed.changed.has(name)),
      );
      return page(request, state, {
        typed,
        kept,
        notice: conflictHtml(answer.parts, changes),
        status: 409,
      });
    },
  };
};
