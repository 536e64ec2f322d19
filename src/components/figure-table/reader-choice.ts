import type { AmountUnit } from '#core/plot/amount-unit.ts';
import {
  amountInUnit,
  inDigits,
  type ReaderChoice,
  readChoice,
  writeChoice,
} from '#core/plot/reader-choice.ts';

const KEY = 'wian-figures';

const keptChoice = (): ReaderChoice => {
  try {
    return readChoice(localStorage.getItem(KEY));
  } catch {
    return readChoice(null);
  }
};

const keepChoice = (choice: ReaderChoice): boolean => {
  try {
    localStorage.setItem(KEY, writeChoice(choice));
    return true;
  } catch {
    return false;
  }
};

/** A text of the page, and what was last written over it: where that is gone, the page has a new text. */
interface Written {
  readonly original: string;
  readonly shown: string;
}

type Units = Readonly<Record<AmountUnit, string>>;

/** What is English, an address or of the page's own controls stays as it is. */
const UNTOUCHED = '[lang=en], code, script, style, .share-end, [data-reader-choice], textarea';

const rewriter = (root: HTMLElement, units: Units) => {
  const texts = new WeakMap<Text, Written>();
  const attributes = new WeakMap<Element, Written>();

  const textFor = (node: Text, original: string, { unit, digits }: ReaderChoice): string => {
    const parent = node.parentElement;
    const amount = parent?.matches('data.amount') ? parent.getAttribute('value') : null;
    const { amount: bar, tick } = parent?.dataset ?? {};
    const exact = amount ?? bar ?? tick;
    if (exact !== undefined)
      return inDigits(amountInUnit(exact, original, unit, tick !== undefined), digits);
    if (parent?.dataset.unit !== undefined && unit !== 'written') return units[unit];
    return inDigits(original, digits);
  };

  const rewriteTexts = (choice: ReaderChoice): void => {
    const walker = document.createTreeWalker(
      root,
      NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
      (node) => {
        if (node instanceof Element)
          return node.matches(UNTOUCHED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
        return NodeFilter.FILTER_ACCEPT;
      },
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node as Text;
      const known = texts.get(text);
      const original = known?.shown === text.data ? known.original : text.data;
      const shown = textFor(text, original, choice);
      texts.set(text, { original, shown });
      if (shown !== text.data) text.data = shown;
    }
  };

  /** Heads that a narrow page sets before each cell are written by the style sheet, from an attribute. */
  const rewriteHeads = ({ digits }: ReaderChoice): void => {
    for (const cell of root.querySelectorAll('[data-head]')) {
      const now = cell.getAttribute('data-head') ?? '';
      const known = attributes.get(cell);
      const original = known?.shown === now ? known.original : now;
      const shown = inDigits(original, digits);
      attributes.set(cell, { original, shown });
      if (shown !== now) cell.setAttribute('data-head', shown);
    }
  };

  /** Longer labels get the room that they need, and what a plot is called follows its title. */
  const fitPlots = (): void => {
    for (const svg of root.querySelectorAll<SVGSVGElement>('svg.plot')) {
      const { x, width } = svg.getBBox();
      const { y, height } = svg.viewBox.baseVal;
      const left = Math.min(0, Math.floor(x));
      const right = Math.max(640, Math.ceil(x + width));
      svg.setAttribute('viewBox', `${left} ${y} ${right - left} ${height}`);
      const title = svg.closest('figure')?.querySelector('.plot-title')?.textContent;
      if (title) svg.setAttribute('aria-label', title);
    }
  };

  return (choice: ReaderChoice): void => {
    rewriteTexts(choice);
    rewriteHeads(choice);
    fitPlots();
  };
};

const bind = (tools: HTMLElement, root: HTMLElement): void => {
  const unit = tools.querySelector<HTMLSelectElement>('[data-unit-choice]');
  const digits = tools.querySelector<HTMLSelectElement>('[data-digits-choice]');
  const said = tools.querySelector<HTMLElement>('[data-kept]');
  if (!digits) return;
  const rewrite = rewriter(root, JSON.parse(tools.dataset.units ?? '{}') as Units);
  let choice = keptChoice();
  const isAsWritten = (): boolean => choice.unit === 'written' && choice.digits === 'written';
  if (unit) unit.value = choice.unit;
  digits.value = choice.digits;
  if (!isAsWritten()) rewrite(choice);
  tools.addEventListener('change', () => {
    choice = readChoice(`${unit?.value ?? choice.unit} ${digits.value}`);
    if (!keepChoice(choice) && said) said.textContent = tools.dataset.cannotKeep ?? '';
    rewrite(choice);
  });
  // Rows that are sorted, and what another script draws, are new texts.
  let isWaiting = false;
  new MutationObserver(() => {
    if (isWaiting || isAsWritten()) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      rewrite(choice);
    });
  }).observe(root, { childList: true, subtree: true });
  tools.hidden = false;
};

const tools = document.querySelector<HTMLElement>('[data-reader-choice]');
const root = tools?.closest('main');
if (tools && root) bind(tools, root);
