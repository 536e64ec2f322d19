/** Appends items to a list, however many: `push(...items)` exceeds the stack from some 120,000 on. */
export const appendAll = <Item>(list: Item[], items: readonly Item[]): void => {
  for (const item of items) list.push(item);
};
