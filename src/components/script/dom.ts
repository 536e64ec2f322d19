import { LONGEST_UNBROKEN_LATIN, splitRuns } from '#core/text/runs.ts';

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

/** A text as the component Text sets it: letter numbers, dates and compounds on one line, English marked as English. */
export const textNodes = (text: string): (Node | string)[] =>
  splitRuns(text).map((run) => {
    if (run.kind === 'text') return run.text;
    if (run.kind === 'keep') return element('span', { className: 'keep' }, run.text);
    const className = run.text.length > LONGEST_UNBROKEN_LATIN ? 'latin long' : 'latin';
    return element('span', { className, lang: 'en' }, run.text);
  });
