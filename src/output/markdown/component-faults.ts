import type { Nodes, Parents } from 'mdast';
import { didYouMean } from '#core/nearest.ts';
import { COMPONENTS, type ComponentName, type ComponentRule } from '#schema/component.ts';
import { validate } from '#schema/issue-problem.ts';
import type { JsxElement } from './jsx-element.ts';

interface Fault {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** The node to whose place the fault belongs, where it is not the element itself. */
  readonly at?: { readonly position?: Nodes['position'] };
}

const NAMES = Object.keys(COMPONENTS);

/** The refusal of an element whose name begins like that of a component and is none. */
export const unknownComponent = (name: string): Fault => ({
  what: `<${name}> is no component that a body may hold`,
  why: 'Content holds no code: only the components of docs/writing-content.md become a part of the page.',
  fix: `${didYouMean(name, NAMES)}Write one of: ${NAMES.join(', ')}; put a backslash before a "<" that stands for itself.`,
});

const isComment = (node: Nodes): boolean =>
  (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') &&
  node.data?.estree?.body.length === 0;

const isBlank = (node: Nodes): boolean =>
  (node.type === 'text' && /^\s*$/.test(node.value)) || isComment(node);

/** What a component holds, without white space and comments, and without the paragraph that a single line makes. */
export const heldBy = (node: Parents): Nodes[] => {
  const held: Nodes[] = node.children.filter((child) => !isBlank(child));
  const [only] = held;
  return held.length === 1 && only?.type === 'paragraph' ? heldBy(only) : held;
};

const contentFault = (name: ComponentName, node: JsxElement): string | null => {
  const held = heldBy(node);
  const [only] = held;
  switch (COMPONENTS[name].holds) {
    case 'nothing':
      return held.length === 0 ? null : 'holds something, and should hold nothing';
    case 'text':
      return held.length > 0 && held.every(({ type }) => type === 'text')
        ? null
        : 'does not hold plain text alone';
    case 'blocks':
      return held.length > 0 ? null : 'is empty';
    case 'numbered list':
      return held.length === 1 && only?.type === 'list' && only.ordered
        ? null
        : 'does not hold one numbered list and nothing else';
    case 'picture':
      return held.length === 1 && only?.type === 'image' && only.alt?.trim()
        ? null
        : 'does not hold one picture with a description and nothing else';
    case 'tabs':
      return held.length > 1 && held.every((one) => 'name' in one && one.name === 'Tab')
        ? null
        : 'does not hold two tabs or more and nothing else';
  }
};

const isAlone = (node: JsxElement, parent: Parents | undefined): boolean =>
  node.type === 'mdxJsxFlowElement' ||
  (parent !== undefined &&
    parent.type !== 'heading' &&
    parent.children.every((one) => one === node || isBlank(one)));

const placeFault = (
  name: ComponentName,
  node: JsxElement,
  parent: Parents | undefined,
): string | null => {
  const isWithinTabs = parent !== undefined && 'name' in parent && parent.name === 'Tabs';
  if (name === 'Tab') return isWithinTabs ? null : 'stands outside <Tabs>';
  if (COMPONENTS[name].isInline) {
    // Its words are worked out later, and the address of a heading is made of what is written.
    return parent?.type === 'heading' && name !== 'Key' ? 'stands in a heading' : null;
  }
  if (isAlone(node, parent)) return null;
  return 'stands within a line of text';
};

const sameRole = (node: JsxElement): Fault | null => {
  const seen = new Set<unknown>();
  for (const tab of heldBy(node) as JsxElement[]) {
    const role = tab.attributes.find((one) => 'name' in one && one.name === 'role')?.value;
    if (seen.has(role)) {
      return {
        what: `two tabs are for the role "${String(role)}"`,
        why: 'A reader chooses a tab by the role.',
        fix: 'Put both texts into one tab, or correct the role.',
        at: tab,
      };
    }
    seen.add(role);
  }
  return null;
};

const attributeFaults = (name: ComponentName, node: JsxElement, rule: ComponentRule): Fault[] => {
  const written = node.attributes.flatMap((one) =>
    one.type === 'mdxJsxAttribute' ? [[one.name, one.value ?? ''] as const] : [],
  );
  return validate(rule.attributes, Object.fromEntries(written)).problems.map(
    ({ path, what, why, fix }) => ({
      what: `<${name}>: ${what.replace('the field', 'the attribute')}`,
      why: why ?? `It is written like this: ${rule.example}`,
      fix: fix.replace(/^Add "(\w+):" with/, 'Add $1="..." with'),
      at: node.attributes.find((one) => 'name' in one && one.name === path[0]) ?? node,
    }),
  );
};

/** What is wrong with a component of a body, whose attributes are known to be literal. */
export const componentFaults = (
  name: ComponentName,
  node: JsxElement,
  parent: Parents | undefined,
): Fault[] => {
  const rule: ComponentRule = COMPONENTS[name];
  const shape = placeFault(name, node, parent) ?? contentFault(name, node);
  if (shape !== null) {
    return [
      {
        what: `<${name}> ${shape}`,
        why: `It is written like this: ${rule.example}`,
        fix: rule.isInline
          ? 'Write it so, in running text.'
          : 'Write it so, each tag on a line of its own with an empty line before and behind.',
      },
      ...attributeFaults(name, node, rule),
    ];
  }
  const twice = name === 'Tabs' ? sameRole(node) : null;
  return [...attributeFaults(name, node, rule), ...(twice ? [twice] : [])];
};
