import { childOf, descend, isOn, type XmlElement } from './xml.ts';

/** A part as it reads when all its tracked changes have been accepted. */
export interface AcceptedChanges {
  readonly root: XmlElement;
  readonly insertions: number;
  readonly deletions: number;
}

type Child = XmlElement | string;

const DELETED = new Set(['w:del', 'w:moveFrom', 'w:delText', 'w:delInstrText']);
const INSERTED = new Set(['w:ins', 'w:moveTo']);
const PROPERTIES = /^[wm]:(?:p|r|tbl|tr|tc|sdt|sect|f|ctrl|naryP|d|rad)Pr$/;
/** Marks between paragraphs that print nothing: places, ranges of moves and comments. */
const MARK = /^w:(?:bookmark|comment|move\w*Range|customXml\w*Range|perm|proofErr)/;

const hasContent = ({ name, children }: XmlElement): boolean =>
  !PROPERTIES.test(name) &&
  (name === 'w:r' || children.some((child) => typeof child === 'object' && hasContent(child)));

/** Whether the mark at the end of a paragraph is not printed, so that the next paragraph runs on in the same line. */
const endsWithoutMark = (properties: XmlElement | undefined, isDeleted: boolean): boolean => {
  const mark = childOf(properties, 'w:rPr');
  return (
    childOf(properties, 'w:sectPr') === undefined &&
    (isDeleted || isOn(childOf(mark, 'w:vanish')) === true)
  );
};

interface Held {
  readonly paragraph: XmlElement;
  readonly content: readonly Child[];
}

/** Joins each paragraph whose mark is gone to the next; the joined one looks as the last of them does. */
const joinParagraphs = (children: readonly Child[], isJoined: ReadonlySet<Child>): Child[] => {
  const result: Child[] = [];
  let held: Held | null = null;
  const release = (): void => {
    if (held?.content.some((child) => typeof child === 'object' && hasContent(child))) {
      const properties = childOf(held.paragraph, 'w:pPr');
      result.push({
        ...held.paragraph,
        children: properties ? [properties, ...held.content] : held.content,
      });
    }
    held = null;
  };
  for (const child of children) {
    if (typeof child === 'string' || MARK.test(child.name)) {
      result.push(child);
      continue;
    }
    if (child.name !== 'w:p') {
      release();
      result.push(child);
      continue;
    }
    const properties = childOf(child, 'w:pPr');
    const before: readonly Child[] = (held as Held | null)?.content ?? [];
    const content = [...before, ...child.children.filter((one) => one !== properties)];
    if (isJoined.has(child)) held = { paragraph: child, content };
    else {
      result.push(
        before.length === 0
          ? child
          : { ...child, children: [properties, content].flat().filter((one) => one !== undefined) },
      );
      held = null;
    }
  }
  release();
  return result;
};

/**
 * Accepts all tracked changes of a part: what was inserted or moved here stays, what was deleted or moved away goes, with
 * rows, cells and the ends of paragraphs. Former properties are left where nobody reads them.
 */
export const acceptChanges = (part: XmlElement): AcceptedChanges => {
  let [insertions, deletions] = [0, 0];
  const isDeleted = (element: XmlElement): boolean => {
    const deleted =
      DELETED.has(element.name) ||
      (element.name === 'w:tr' && descend(element, 'w:trPr', 'w:del') !== undefined) ||
      (element.name === 'w:tc' && descend(element, 'w:tcPr', 'w:cellDel') !== undefined);
    if (deleted) deletions++;
    return deleted;
  };
  const isMarkDeleted = (element: XmlElement): boolean => {
    const mark = descend(element, 'w:pPr', 'w:rPr');
    const deleted = (childOf(mark, 'w:del') ?? childOf(mark, 'w:moveFrom')) !== undefined;
    if (deleted) deletions++;
    if (childOf(mark, 'w:ins') ?? childOf(mark, 'w:moveTo')) insertions++;
    return deleted;
  };
  const accept = (children: readonly Child[]): Child[] => {
    const joined = new Set<Child>();
    const result: Child[] = [];
    for (const child of children) {
      if (typeof child === 'string' || PROPERTIES.test(child.name)) result.push(child);
      else if (INSERTED.has(child.name)) {
        insertions++;
        for (const inserted of accept(child.children)) result.push(inserted);
      } else if (!isDeleted(child)) {
        const element = { ...child, children: accept(child.children) };
        if (
          element.name === 'w:p' &&
          endsWithoutMark(childOf(element, 'w:pPr'), isMarkDeleted(element))
        ) {
          joined.add(element);
        }
        result.push(element);
      }
    }
    return joined.size === 0 ? result : joinParagraphs(result, joined);
  };
  const root = { ...part, children: accept(part.children) };
  return { root, insertions, deletions };
};
