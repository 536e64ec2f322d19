import { type Alias, type Document, isAlias, isCollection, isPair, isScalar, visit } from 'yaml';

/** Something that keeps a YAML document from being used, by its offset in the text. */
export interface YamlFault {
  readonly offset: number | undefined;
  readonly code: string;
  readonly message: string;
}

/** Levels of lists and fields within each other; records of the portal have fewer than ten. */
const MOST_LEVELS = 100;
/** Values that all aliases of a document may repeat together: a few lines of aliases can stand for billions. */
const MOST_REPEATED = 10_000;

type Node = object;

interface Found {
  readonly faults: YamlFault[];
  /** What each alias repeats, in the order in which the aliases stand. */
  readonly targets: Map<Alias, Node>;
}

const offsetOf = (node: unknown): number | undefined =>
  (node as { range?: readonly number[] | null }).range?.[0];

/** Aliases with what they repeat; faults of those that repeat nothing or themselves, of merge keys and of depth. */
const lookAtNodes = (document: Document): Found => {
  const anchors = new Map<string, Node>();
  const found: Found = { faults: [], targets: new Map() };
  const fault = (node: unknown, code: string, message: string): void => {
    found.faults.push({ offset: offsetOf(node), code, message });
  };
  visit(document, (_, node, path) => {
    if (isPair(node)) {
      if (isScalar(node.key) && node.key.value === '<<' && isAlias(node.value)) {
        fault(node.key, 'MERGE_KEY', 'merge keys ("<<") are not read');
      }
      return undefined;
    }
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (!target) fault(node, 'BAD_ALIAS', `Unresolved alias: ${node.source}`);
      else if (path.includes(target as (typeof path)[number])) {
        fault(node, 'OWN_ALIAS', `the alias *${node.source} stands within what it repeats`);
      } else found.targets.set(node, target);
      return undefined;
    }
    const { anchor } = (node ?? {}) as { anchor?: string };
    if (anchor) anchors.set(anchor, node as Node);
    if (path.length <= MOST_LEVELS || path.filter(isCollection).length < MOST_LEVELS)
      return undefined;
    fault(node, 'TOO_DEEP', `more than ${MOST_LEVELS} lists and fields stand within each other`);
    return visit.BREAK;
  });
  return found;
};

/** How many values a node stands for, with all that its aliases repeat. */
const sizeReader = (targets: ReadonlyMap<Alias, Node>): ((node: unknown) => number) => {
  const known = new Map<unknown, number>();
  const sizeOf = (node: unknown): number => {
    const before = known.get(node);
    if (before !== undefined) return before;
    let size = 1;
    if (isAlias(node)) size = sizeOf(targets.get(node));
    else if (isPair(node)) size = sizeOf(node.key) + sizeOf(node.value);
    else if (isCollection(node)) for (const item of node.items) size += sizeOf(item);
    known.set(node, size);
    return size;
  };
  return sizeOf;
};

/** What is wrong with the aliases, merge keys and depth of a document that the parser takes. */
export const limitFaults = (document: Document): YamlFault[] => {
  const { faults, targets } = lookAtNodes(document);
  if (faults.length > 0) return faults;
  const sizeOf = sizeReader(targets);
  let repeated = 0;
  for (const [alias, target] of targets) {
    repeated += sizeOf(target);
    if (repeated <= MOST_REPEATED) continue;
    const message = `from the first alias to *${alias.source} more than ${MOST_REPEATED} values are repeated`;
    return [{ offset: offsetOf(alias), code: 'TOO_MANY_ALIASES', message }];
  }
  return [];
};
