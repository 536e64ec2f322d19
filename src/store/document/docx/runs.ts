import type { Story } from './story.ts';
import { isSymbolFont, shownText, symbolText } from './symbols.ts';
import { childOf, descend, elementsOf, isOn, textIn, valueIn, type XmlElement } from './xml.ts';

/** What stands in a paragraph. */
export interface RunsText {
  /** Line breaks are "\n", tabs "\t", page breaks "\f". */
  readonly text: string;
  /** Lines of the text boxes that hang on the paragraph. */
  readonly boxes: readonly string[];
  /** Whether a page's number was left out. */
  readonly hasPageNumber: boolean;
  /** Whether text was left out that is hidden. */
  readonly hasHidden: boolean;
}

const SKIPPED = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:smartTagPr',
  'w:customXmlPr',
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:rt',
  'w:pgNum',
  'w:annotationRef',
]);

const DRAWINGS = new Set(['w:drawing', 'w:pict', 'w:object']);

const FIXED: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  'a:br': '\n',
};

/** What Word writes into a field that is still to be filled in, in its Thai and English editions. */
const PLACEHOLDER = /คลิก|แตะ|เลือกรายการ|click|tap |choose/i;

/** Whether a content control shows nothing but the request to fill it in. */
export const isPlaceholder = (control: XmlElement): boolean => {
  if (isOn(descend(control, 'w:sdtPr', 'w:showingPlcHdr')) !== true) return false;
  const texts = (element: XmlElement): string =>
    element.name === 'w:t' ? textIn(element) : elementsOf(element).map(texts).join('');
  return PLACEHOLDER.test(texts(control));
};

const WITH_TEXT = new Set(['w:t', 'a:t', 'v:textpath']);

// Versions may stand within versions, each of which would be searched through again for every one around it.
const searched = new WeakMap<XmlElement, boolean>();

const hasText = (element: XmlElement): boolean => {
  if (WITH_TEXT.has(element.name)) return true;
  const known = searched.get(element);
  if (known !== undefined) return known;
  const found = element.children.some((child) => typeof child === 'object' && hasText(child));
  if (element.name.startsWith('mc:')) searched.set(element, found);
  return found;
};

/** The version of a drawing that is read: the first that has text, else the first. */
export const chosenOf = (alternatives: XmlElement): XmlElement | undefined => {
  const all = elementsOf(alternatives);
  return all.find(hasText) ?? all[0];
};

/** The lines of the text boxes and the word art within a drawing, in the order of the file. */
const boxLines = (drawing: XmlElement, story: Story): string[] =>
  elementsOf(drawing).flatMap((element) => {
    if (element.name === 'w:txbxContent' || /:txBody$/.test(element.name)) {
      return [...story.readBox(element)];
    }
    if (element.name === 'v:textpath') return [element.attributes.string ?? ''];
    if (element.name !== 'mc:AlternateContent') return boxLines(element, story);
    const chosen = chosenOf(element);
    return chosen ? boxLines(chosen, story) : [];
  });

/** A text as Word prints it: spaces at its ends count only where the file says so, and line ends are spaces. */
const plainText = (element: XmlElement): string => {
  const text = textIn(element);
  const kept = element.attributes['xml:space'] === 'preserve' ? text : text.trim();
  return kept.replace(/[\r\n]+/g, ' ');
};

const fontOf = (run: XmlElement): string | undefined => {
  const fonts = descend(run, 'w:rPr', 'w:rFonts')?.attributes;
  return fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'];
};

const symbolOf = ({ attributes }: XmlElement): string => {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16);
  return Number.isNaN(code) ? '' : symbolText(code, attributes['w:font']);
};

const breakOf = ({ attributes }: XmlElement): string =>
  attributes['w:type'] === 'page' ? '\f' : '\n';

const isHiddenRun = (run: XmlElement, styleHidden: boolean, { styles }: Story): boolean => {
  const properties = childOf(run, 'w:rPr');
  const own = isOn(childOf(properties, 'w:vanish'));
  return own ?? styles.character(valueIn(childOf(properties, 'w:rStyle'))).isHidden ?? styleHidden;
};

/**
 * Reads what stands in a paragraph, element by element: texts, tabs, breaks, symbols, results of fields, and boxes that hang
 * on it. Unknown elements are looked through, so that text in them is not lost. `styleHidden`: the paragraph's style hides it.
 */
export const readRuns = (paragraph: XmlElement, story: Story, styleHidden: boolean): RunsText => {
  let text = '';
  let [hasPageNumber, hasHidden] = [false, false];
  let [isHidden, font] = [styleHidden, undefined as string | undefined];
  const boxes: string[] = [];
  const hide = (): void => {
    hasHidden = true;
    story.find('hidden-text');
  };
  const add = (part: string): void => {
    if (part === '' || !story.fields.isPrinted()) return;
    if (isHidden) hide();
    else text += part;
  };
  const report = (finding: string | null): void => {
    if (finding === 'page') hasPageNumber = true;
    else if (finding === 'moving-date' || finding === 'unprinted-number') story.find(finding);
  };
  const readEach = (element: XmlElement): void => {
    for (const child of element.children) if (typeof child === 'object') read(child);
  };
  const readRun = (run: XmlElement): void => {
    const before = [isHidden, font] as const;
    isHidden = isHiddenRun(run, styleHidden, story);
    font = fontOf(run);
    readEach(run);
    [isHidden, font] = before;
  };
  const readers: Readonly<Record<string, (element: XmlElement) => void>> = {
    'w:r': readRun,
    'w:t': (element) =>
      add(isSymbolFont(font) ? shownText(plainText(element), font) : plainText(element)),
    'm:t': (element) => add(plainText(element)),
    'a:t': (element) => add(plainText(element)),
    'm:f': (element) => {
      for (const child of elementsOf(element)) {
        if (child.name === 'm:den') add('/');
        read(child);
      }
    },
    'w:br': (element) => add(breakOf(element)),
    'w:sym': (element) => add(symbolOf(element)),
    'w:instrText': (element) => story.fields.instruct(textIn(element)),
    'w:fldChar': (element) => {
      const { shown, finding } = story.fields.mark(element);
      report(finding);
      add(shown);
    },
    'w:fldSimple': (element) => report(story.fields.within(element, () => readEach(element))),
    'w:commentReference': () => story.find('comment'),
    'w:footnoteReference': (element) => story.refer('footnote', element.attributes['w:id'] ?? ''),
    'w:endnoteReference': (element) => story.refer('endnote', element.attributes['w:id'] ?? ''),
    'w:sdt': (element) => {
      if (isPlaceholder(element)) story.find('placeholder');
      else readEach(element);
    },
    'mc:AlternateContent': (element) => {
      const chosen = chosenOf(element);
      if (chosen) readEach(chosen);
    },
  };
  const readDrawing = (element: XmlElement): void => {
    const lines = boxLines(element, story);
    if (lines.length === 0 || !story.fields.isPrinted()) return;
    if (isHidden) hide();
    else for (const line of lines) boxes.push(line);
  };
  const read = (element: XmlElement): void => {
    const { name } = element;
    if (SKIPPED.has(name)) return;
    const fixed = FIXED[name];
    if (fixed !== undefined) add(fixed);
    else if (DRAWINGS.has(name)) readDrawing(element);
    else (readers[name] ?? readEach)(element);
  };
  readEach(paragraph);
  return { text, boxes, hasPageNumber, hasHidden };
};
