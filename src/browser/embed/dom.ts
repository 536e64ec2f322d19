import { CSS } from './style.ts';

type Child = Node | string | null;

/** An element with its properties and children. Texts are set as text, never as HTML. */
export const h = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
};

let sheet: CSSStyleSheet | undefined;

/** Gives a shadow tree its rules: by a sheet of the script, which no policy of the page refuses; else by an element. */
export const styleTree = (root: ShadowRoot): Node[] => {
  try {
    if (sheet === undefined) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS);
    }
    root.adoptedStyleSheets = [sheet];
    return [];
  } catch {
    // Browsers before 2023.
    return [h('style', { textContent: CSS })];
  }
};
