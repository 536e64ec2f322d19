/** 32-bit FNV-1a over UTF-16 units, in eight hexadecimal digits: short, stable, and the same in every engine. */
const digest = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
};

/** Shown texts of one item: who does what, by when, how often. */
export type ItemTexts = readonly (string | null | undefined)[];

/**
 * A key for each item of a checklist, made from its texts alone: an item keeps its key when others are added, removed or
 * moved, and gets another one when anything that it says is changed, so that a tick never counts for a text that nobody
 * ticked. White space does not count. Items with the same texts are distinguished by their order.
 */
export const itemKeys = (items: readonly ItemTexts[]): string[] => {
  const uses = new Map<string, number>();
  return items.map((texts) => {
    const key = digest(texts.map((text) => (text ?? '').replace(/\s+/g, ' ').trim()).join('\n'));
    const use = (uses.get(key) ?? 0) + 1;
    uses.set(key, use);
    return use === 1 ? key : `${key}-${use}`;
  });
};
