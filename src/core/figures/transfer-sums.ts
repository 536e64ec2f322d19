import type { Satang } from './amount.ts';
import type { Transfer } from './transfer.ts';

/** Some transfers as one line of a table. */
export interface TransferSum<Key> {
  readonly key: Key;
  readonly amount: Satang;
  readonly transfers: readonly Transfer[];
}

/** The sum of transfers. */
export const sumTransfers = (transfers: readonly Transfer[]): Satang =>
  transfers.reduce((sum, { amount }) => sum + amount, 0n);

/** Transfers in groups by a key, each with its sum; in the order in which the keys first come. */
export const groupTransfers = <Key>(
  transfers: readonly Transfer[],
  keyOf: (transfer: Transfer) => Key,
): TransferSum<Key>[] => {
  const groups = new Map<Key, Transfer[]>();
  for (const transfer of transfers) {
    const key = keyOf(transfer);
    const group = groups.get(key);
    if (group) group.push(transfer);
    else groups.set(key, [transfer]);
  }
  return [...groups].map(([key, group]) => ({
    key,
    amount: sumTransfers(group),
    transfers: group,
  }));
};
