import type { Movement } from '#core/tracking/movement.ts';
import { parseLedger } from './read-ledger.ts';

/** Reads the movements of a ledger out of its text; `file` names it in problems, which are thrown. */
export type ParseLedger = (text: string, file: string) => readonly Movement[];

/**
 * Reads ledgers as {@link parseLedger} does, and keeps those that were read last, at most so many, by their texts: where many
 * registers come at once each adds a row to the same ledgers, and plans on what the one before has written.
 */
export const parsedLedgers = (most: number): ParseLedger => {
  const kept = new Map<
    string,
    { readonly text: string; readonly movements: readonly Movement[] }
  >();
  return (text, file) => {
    const known = kept.get(file);
    kept.delete(file);
    const one = known?.text === text ? known : { text, movements: parseLedger(text, file) };
    kept.set(file, one);
    if (kept.size > most) kept.delete(kept.keys().next().value as string);
    return one.movements;
  };
};
