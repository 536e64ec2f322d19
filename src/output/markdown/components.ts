import type { Properties } from 'hast';
import type { Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { BodyTarget, BodyTargets, LetterTarget, OfficeTarget } from '#core/body/reference.ts';
import type { ForceStatus } from '#core/force/force.ts';
import type { ActionRole } from '#core/letter/circular.ts';
import type { DoubtKind } from '#core/letter/fact.ts';
import { printLetterNumber } from '#core/letter/number.ts';
import { ProblemError } from '#core/problem.ts';
import { type ComponentName, isComponentName, type NoticeKind } from '#schema/component.ts';
import { heldBy } from './component-faults.ts';
import type { JsxElement } from './jsx-element.ts';

/** Words that components add to what an editor wrote. */
export interface ComponentTexts {
  readonly notice: Readonly<Record<NoticeKind, string>>;
  readonly role: Readonly<Record<ActionRole, string>>;
  readonly force: Readonly<Record<ForceStatus, string>>;
  readonly doubt: {
    readonly check: string;
    readonly kind: Readonly<Record<DoubtKind, string>>;
    readonly nothing: Readonly<Record<DoubtKind, string>>;
  };
  readonly letter: string;
  readonly form: string;
  readonly noOffice: (date: string) => string;
  readonly video: (host: string) => string;
}

/** Elements that a component becomes; mdast has no nodes for them, and remark-rehype reads these fields of any node. */
const made = (tag: string, properties: Properties, children: readonly Nodes[]): RootContent =>
  ({
    type: 'component',
    data: { hName: tag, hProperties: properties },
    children,
  }) as unknown as RootContent;

const text = (value: string): PhrasingContent => ({ type: 'text', value });

const attributesOf = (node: JsxElement): Readonly<Record<string, string>> =>
  Object.fromEntries(
    node.attributes.flatMap((one) =>
      one.type === 'mdxJsxAttribute' && typeof one.value === 'string'
        ? [[one.name, one.value]]
        : [],
    ),
  );

const isPhrasing = (node: Nodes): boolean =>
  ['text', 'emphasis', 'strong', 'delete', 'link', 'inlineCode', 'mdxJsxTextElement'].includes(
    node.type,
  );

/** What a block component holds, as blocks: words on the line of its tags make a paragraph. */
const blocksOf = (node: Parents): readonly Nodes[] =>
  node.children.some(isPhrasing) ? [made('p', {}, node.children)] : node.children;

const notice = (node: JsxElement, texts: ComponentTexts): RootContent => {
  const { kind, title } = attributesOf(node) as { kind: NoticeKind; title?: string };
  return made('div', { role: 'note', className: ['notice-box', `notice-${kind}`] }, [
    made('p', { className: ['notice-title'] }, [
      made('strong', {}, [text(title ?? texts.notice[kind])]),
    ]),
    ...blocksOf(node),
  ]);
};

const doubtNodes = ({ doubt: texts }: ComponentTexts, kind: DoubtKind): Nodes[] => [
  text(' '),
  made('strong', { className: ['badge', 'badge-vermilion'] }, [text(texts.check)]),
  text(` (${texts.kind[kind]})`),
];

const letterNodes = (target: LetterTarget, texts: ComponentTexts): Nodes[] => {
  const { number, title, href, force } = target;
  const known = number?.value == null ? null : printLetterNumber(number.value);
  const nothing = number?.doubt ? texts.doubt.nothing[number.doubt.kind] : '';
  const shown = number === undefined ? title : `${texts.letter} ${known ?? nothing}`;
  const link: Nodes = { type: 'link', url: href, children: [text(shown)] };
  return [
    known === null && number !== undefined ? made('span', {}, [link, text(` ${title}`)]) : link,
    ...(number?.doubt ? doubtNodes(texts, number.doubt.kind) : []),
    text(` (${texts.force[force]})`),
  ];
};

const officeNodes = (target: OfficeTarget, texts: ComponentTexts): Nodes[] => {
  const name = [target.name, ...target.within].join(' ');
  const shown: Nodes =
    target.href === undefined
      ? text(name)
      : { type: 'link', url: target.href, children: [text(name)] };
  return [shown, ...(target.until ? [text(` (${texts.noOffice(target.until)})`)] : [])];
};

const targetNodes = (target: BodyTarget, texts: ComponentTexts): Nodes[] => {
  if (target.kind === 'letter') return letterNodes(target, texts);
  if (target.kind === 'office') return officeNodes(target, texts);
  return [{ type: 'link', url: target.href, children: [text(`${texts.form} ${target.title}`)] }];
};

/** What components need to know besides what an editor wrote. */
export interface ComponentContext {
  readonly texts: ComponentTexts;
  /** Asked for at each file. */
  readonly targets: () => BodyTargets;
}

const reference = (
  node: JsxElement,
  { targets, texts }: ComponentContext,
  file: string | null,
): RootContent => {
  const { record, office } = attributesOf(node);
  const id = record ?? office ?? '';
  const target = targets().get(id);
  if (target === undefined) {
    throw new ProblemError([
      {
        file,
        what: `<${node.name}> names "${id}", which is not there`,
        why: 'A reader would find nothing.',
        fix: 'Correct it, or add what it names: npm run check says more.',
      },
    ]);
  }
  const className = [`${target.kind}-reference`];
  return made('span', { className }, targetNodes(target, texts));
};

const wordsOf = (node: Parents): string =>
  heldBy(node)
    .map((one) => ('value' in one ? one.value : ''))
    .join('')
    .trim();

/** Keys pressed together are each an element of its own, within one for the whole. */
const keys = (node: JsxElement): RootContent => {
  const names = wordsOf(node).split(/(?<=\S)\s*\+\s*(?=\S)/);
  const each = names.map((name) => made('kbd', {}, [text(name)]));
  if (each.length === 1) return each[0] as RootContent;
  const joined = each.flatMap((key, at) => (at === 0 ? [key] : [text('+'), key]));
  return made('span', { className: ['keys'] }, joined);
};

const figure = (node: JsxElement): RootContent =>
  made('figure', {}, [
    ...heldBy(node),
    made('figcaption', {}, [text(attributesOf(node).caption as string)]),
  ]);

const video = (node: JsxElement, texts: ComponentTexts): RootContent => {
  const { href, title } = attributesOf(node) as { href: string; title: string };
  const link: Nodes = {
    type: 'link',
    url: href,
    data: { hProperties: { rel: ['external', 'noreferrer'], className: ['video-link'] } },
    children: [text(title)],
  };
  const host = new URL(href).hostname.replace(/^www\./, '');
  return made('p', { className: ['video'] }, [link, text(` (${texts.video(host)})`)]);
};

/** Ids of the tabs of a body: the place on a page to which each can be linked. */
export class TabIds {
  readonly #used = new Map<string, number>();
  next(role: string): string {
    const times = (this.#used.get(role) ?? 0) + 1;
    this.#used.set(role, times);
    return times === 1 ? `for-${role}` : `for-${role}-${times}`;
  }
}

const tabs = (
  node: JsxElement,
  texts: ComponentTexts,
  ids: TabIds,
  headingDepth: number,
): RootContent => {
  const sections = (heldBy(node) as JsxElement[]).map((tab) => {
    const role = attributesOf(tab).role as ActionRole;
    const id = ids.next(role);
    const heading = made(`h${headingDepth}`, { id }, [text(texts.role[role])]);
    return made('section', { ariaLabelledBy: [id], dataRole: role }, [heading, ...blocksOf(tab)]);
  });
  return made('div', { className: ['tabs'] }, sections);
};

const DEEPEST_HEADING = 6;

const expand = (
  name: Exclude<ComponentName, 'Tab'>,
  node: JsxElement,
  context: ComponentContext,
  page: { readonly file: string | null; readonly ids: TabIds; readonly depth: number },
): RootContent => {
  const { texts } = context;
  switch (name) {
    case 'Steps': {
      const [list] = heldBy(node) as [RootContent];
      return { ...list, data: { hProperties: { className: ['steps'] } } } as RootContent;
    }
    case 'Notice':
      return notice(node, texts);
    case 'Key':
      return keys(node);
    case 'Figure':
      return figure(node);
    case 'Video':
      return video(node, texts);
    case 'Tabs':
      return tabs(node, texts, page.ids, Math.min(page.depth + 1, DEEPEST_HEADING));
    default:
      return reference(node, context, page.file);
  }
};

const isInlineMade = (node: RootContent): boolean => {
  const { hName } = (node.data ?? {}) as { hName?: string };
  return hName === 'span' || hName === 'kbd';
};

/**
 * Makes of the components of a body, which `remarkContent` found in order, what remark-rehype turns into plain HTML: lists,
 * links, headed sections. So all later steps see ordinary text, and feeds, print and the search need not know of components.
 */
export const remarkComponents =
  (context: ComponentContext) =>
  () =>
  (tree: Root, { path = null }: { readonly path?: string | null }) => {
    const page = { file: path, ids: new TabIds(), depth: 1 };
    visit(tree, (node, index, parent) => {
      if (node.type === 'heading') page.depth = node.depth;
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      const { name } = node;
      if (!isComponentName(name) || name === 'Tab') return;
      const expanded = expand(name, node, context, page);
      // One that is on a line of its own is a paragraph.
      const isBlock = isInlineMade(expanded) && node.type === 'mdxJsxFlowElement';
      (parent as Root).children[index as number] = isBlock ? made('p', {}, [expanded]) : expanded;
      // What it holds may hold components too.
      return index;
    });
  };
