import type { Nodes, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { ProblemError } from '#core/problem.ts';
import { isComponentName } from '#schema/component.ts';
import { componentFaults, unknownComponent } from './component-faults.ts';
import type { JsxElement } from './jsx-element.ts';
import { isSafeAddress, isSafePicture } from './safe-address.ts';

/** Something that a body must not hold, where it is (from 1; null where the tree has no places), and how to fix it. */
export interface Refusal {
  readonly line: number | null;
  readonly column: number | null;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

type Fault = Pick<Refusal, 'what' | 'why' | 'fix'> & {
  readonly at?: { readonly position?: Nodes['position'] };
};

const listOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that guidance may use besides Markdown; they carry no code and load nothing. */
const ELEMENTS = listOf(
  'a abbr b br caption cite dd del details div dl dt em figcaption figure hr i img ins kbd li mark ol p q s small span strong sub summary sup table tbody td th thead tr u ul',
);

const EVERYWHERE = listOf('class dir id lang role title translate');
const ARIA = /^aria-[a-z]+$/;

/** What an element may have besides the attributes that every element may have; in lower case. */
const ATTRIBUTES: Readonly<Record<string, ReadonlySet<string>>> = {
  a: listOf('download href hreflang rel target type'),
  del: listOf('cite datetime'),
  details: listOf('name open'),
  img: listOf('alt decoding height loading src width'),
  ins: listOf('cite datetime'),
  li: listOf('value'),
  ol: listOf('reversed start type'),
  q: listOf('cite'),
  td: listOf('align colspan headers rowspan valign'),
  th: listOf('abbr align colspan headers rowspan scope valign'),
};

/** Every node of Markdown that has a place in a body. */
const MARKDOWN = listOf(
  'blockquote break code definition delete emphasis footnoteDefinition footnoteReference heading image imageReference inlineCode link linkReference list listItem paragraph root strong table tableCell tableRow text thematicBreak',
);

const code = (what: string): Fault => ({
  what,
  why: 'Content holds no code: whatever is in it would run when the portal is built.',
  fix: 'Write it as text; put a backslash before "{" and "<" that stand for themselves.',
});

const unsafe = (url: string): Fault => ({
  what: `"${url}" is no address that a body may lead to`,
  why: 'A link may open a page, a mail or a telephone call; other addresses can run code in the browser of a reader.',
  fix: 'Write an address that begins with https://, http://, mailto: or tel:, or with / for a page of the portal.',
});

const foreignPicture = (url: string): Fault => ({
  what: `"${url}" is no picture that a body may show`,
  why: 'The build reads the file of a picture; what is no picture there would run as code, and other hosts would learn who reads the page.',
  fix: 'Put the picture beside the page and write its name, as in ./map.png (avif, gif, jpeg, jpg, png, svg, tiff, webp), or its whole path on the portal from / on.',
});

const notDescribed = (url: string): Fault => ({
  what: `the picture "${url}" has no description`,
  why: 'Who cannot see it, or for whom it does not load, would learn nothing of it.',
  fix: 'Say what it shows: ![what it shows](picture.png), or alt="what it shows".',
});

const isBlank = (text: string | null | undefined): boolean => (text ?? '').trim() === '';

const imgFault = ({ name, attributes }: JsxElement): Fault | null => {
  if (name !== 'img') return null;
  const textOf = (asked: string): string | null => {
    const found = attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === asked);
    return typeof found?.value === 'string' ? found.value : null;
  };
  return isBlank(textOf('alt')) ? notDescribed(textOf('src') ?? '') : null;
};

const unknownAttribute = (element: string, attribute: string): Fault => ({
  ...code(`<${element}> has an attribute that a body may not hold: ${attribute}`),
  fix: `Remove it. Besides aria-..., <${element}> may have: ${[...EVERYWHERE, ...(ATTRIBUTES[element] ?? [])].join(', ')}.`,
});

const addressFault = (name: string, value: string): Fault | null => {
  if (name === 'src') return isSafePicture(value) ? null : foreignPicture(value);
  if (name === 'href' || name === 'cite') return isSafeAddress(value) ? null : unsafe(value);
  return null;
};

/** The refusal of an attribute whose value is code. */
const codeFault = (element: string, attribute: JsxElement['attributes'][number]): Fault | null => {
  if (attribute.type === 'mdxJsxExpressionAttribute') {
    return code(`<${element}> has an attribute that is code: {${attribute.value}}`);
  }
  const { value, name } = attribute;
  if (typeof value === 'object' && value !== null) {
    return code(`<${element}> has an attribute that is code: ${name}={${value.value}}`);
  }
  return null;
};

const attributeFault = (
  element: string,
  attribute: JsxElement['attributes'][number],
): Fault | null => {
  const ofCode = codeFault(element, attribute);
  if (ofCode || attribute.type === 'mdxJsxExpressionAttribute') return ofCode;
  const { value, name } = attribute;
  // React's word for it, which people are used to.
  const plain = name === 'className' ? 'class' : name.toLowerCase();
  if (!EVERYWHERE.has(plain) && !ARIA.test(plain) && !ATTRIBUTES[element]?.has(plain)) {
    return unknownAttribute(element, name);
  }
  return addressFault(plain, typeof value === 'string' ? value : '');
};

const elementFaults = (node: JsxElement, parent: Parents | undefined): Fault[] => {
  const { name, attributes } = node;
  if (isComponentName(name)) {
    const ofCode = attributes.flatMap((attribute) => codeFault(name, attribute) ?? []);
    return ofCode.length > 0 ? ofCode : componentFaults(name, node, parent);
  }
  if (name !== null && !ELEMENTS.has(name)) {
    const isLikeComponent = /^[A-Z][a-z]\w*$/.test(name);
    return [
      isLikeComponent
        ? unknownComponent(name)
        : code(`<${name}> is no element that a body may hold`),
    ];
  }
  for (const attribute of attributes) {
    const fault = attributeFault(name ?? '', attribute);
    if (fault) return [fault];
  }
  const fault = imgFault(node);
  return fault ? [fault] : [];
};

const faultsOf = (
  node: Nodes,
  parent: Parents | undefined,
  pictures: ReadonlySet<string>,
): Fault[] => {
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    return elementFaults(node, parent);
  }
  const fault = faultOf(node, pictures);
  return fault ? [fault] : [];
};

const faultOf = (node: Exclude<Nodes, JsxElement>, pictures: ReadonlySet<string>): Fault | null => {
  switch (node.type) {
    case 'mdxjsEsm':
      return code('the body imports or exports code');
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      // The program of a comment is empty; one that could not be parsed counts as code.
      return node.data?.estree?.body.length === 0
        ? null
        : code(`the body holds an expression: {${node.value}}`);
    case 'image':
      return addressFault('src', node.url) ?? (isBlank(node.alt) ? notDescribed(node.url) : null);
    case 'imageReference':
      return isBlank(node.alt) ? notDescribed(node.identifier) : null;
    case 'definition':
      return addressFault(pictures.has(node.identifier) ? 'src' : 'href', node.url);
    case 'link':
      return addressFault('href', node.url);
    default:
      return MARKDOWN.has(node.type) ? null : code(`the body holds a ${node.type}`);
  }
};

const picturesIn = (tree: Root): ReadonlySet<string> => {
  const names = new Set<string>();
  visit(tree, 'imageReference', ({ identifier }) => {
    names.add(identifier);
  });
  return names;
};

/**
 * What a body holds that it must not, in order of place. Decided on the tree of remark-parse with remark-mdx and
 * remark-gfm, and by what is allowed, never by what is known to be bad: Markdown; comments (an expression whose program
 * is empty); elements and components of a list, with attributes of a list, whose values are literal; addresses of the web, of mail
 * and of telephones; pictures that are beside the page or on the portal. The check reports these, and both
 * pipelines of the build throw them (`throwRefused`): none lets through what another refuses.
 */
export const refusalsIn = (tree: Root): Refusal[] => {
  const refusals: Refusal[] = [];
  const pictures = picturesIn(tree);
  visit(tree, (node, _, parent) => {
    for (const { at = node, ...fault } of faultsOf(node, parent, pictures)) {
      const { line = null, column = null } = (at.position ?? node.position)?.start ?? {};
      refusals.push({ line, column, ...fault });
    }
  });
  return refusals;
};

/**
 * Throws, as a `ProblemError`, whatever `refusalsIn` finds in a body. `file` is the path of its content file. No places
 * are given, as those of a tree that is built from may count from the body.
 */
export const throwRefused = (tree: Root, file: string | null): void => {
  const refusals = refusalsIn(tree);
  if (refusals.length === 0) return;
  throw new ProblemError(refusals.map(({ what, why, fix }) => ({ file, what, why, fix })));
};
