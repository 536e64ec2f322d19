import type { Line } from '#core/my-office/area-circulars.ts';
import type { FactView } from '../fact-view.ts';

/** A line, marked where any of the facts in it is doubtful. */
export const lineOf = (text: string, ...facts: (FactView | null | undefined)[]): Line =>
  facts.some((fact) => fact?.doubt) ? [text, 1] : [text];

/** What is certain of a fact, or that nothing is. */
export const textOf = (fact: FactView): string => fact.text ?? fact.doubt?.nothing ?? '';

/** The parts that are not empty, with a space between them. */
export const joined = (...parts: (string | false | null | undefined)[]): string =>
  parts.filter(Boolean).join(' ');
