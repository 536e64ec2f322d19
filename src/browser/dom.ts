import {
  KEEP_ELEMENT,
  LONGEST_UNBROKEN_LATIN,
  mayBreakBetween,
  type Run,
  splitRuns,
} from '#core/text/runs.ts';

/** A text with its {names} filled in. */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** An element with its properties and children. Texts are set as text, never as HTML: no query can bring markup in. */
export const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const nodeOf = ({ kind, text }: Run): Node | string => {
  if (kind === 'text') return text;
  if (kind === 'keep') {
    const kept = document.createElement(KEEP_ELEMENT);
    kept.append(text);
    return kept;
  }
  const className = text.length > LONGEST_UNBROKEN_LATIN ? 'latin long' : 'latin';
  return element('span', { className, lang: 'en' }, text);
};

/** A text as the component Text sets it: letter numbers, dates and compounds on one line, English marked as English. */
export const textNodes = (text: string): (Node | string)[] =>
  splitRuns(text).flatMap((run, at, runs) =>
    mayBreakBetween(runs[at - 1], run) ? [element('wbr'), nodeOf(run)] : [nodeOf(run)],
  );
