import { readTicks, type Ticks, ticksName, writeTicks } from '#core/checklist/ticks.ts';

/** Day in Thailand, as circulars count days. */
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Bangkok' }).format();

const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-tick]')];
const keyOf = ({ dataset }: HTMLInputElement): string => dataset.tick ?? '';

/** The ticks of one circular, on the page and in the browser's storage, which a browser may refuse or have no space in. */
class Checklist {
  readonly #name: string;
  readonly #texts: DOMStringMap;
  readonly #status: Element | null;
  readonly #clear: HTMLButtonElement | null;
  #ticks: Ticks = new Map();
  #canKeep = true;

  constructor(root: HTMLElement) {
    this.#name = ticksName(root.dataset.ticks ?? '');
    this.#texts = root.dataset;
    this.#status = root.querySelector('[data-ticks-status]');
    this.#clear = root.querySelector<HTMLButtonElement>('[data-ticks-clear]');
    for (const box of boxes) box.addEventListener('change', () => this.#tick(box));
    this.#clear?.addEventListener('click', () => this.#keep(new Map(), boxes[0]));
    // Another tab of the same circular, or this page brought back by the browser's Back.
    addEventListener('storage', ({ key }) => {
      if (key === null || key === this.#name) this.load();
    });
    addEventListener('pageshow', () => this.load());
  }

  load(): void {
    try {
      this.#ticks = readTicks(localStorage.getItem(this.#name), boxes.map(keyOf));
    } catch {
      this.#canKeep = false;
    }
    this.#show();
  }

  #tick(box: HTMLInputElement): void {
    const ticks = new Map(this.#ticks);
    if (box.checked) ticks.set(keyOf(box), today());
    else ticks.delete(keyOf(box));
    this.#keep(ticks);
  }

  /** `focus`: what gets the focus where the button that had it goes away. */
  #keep(ticks: Ticks, focus?: HTMLElement): void {
    this.#ticks = ticks;
    try {
      const text = writeTicks(ticks);
      if (text === null) localStorage.removeItem(this.#name);
      else localStorage.setItem(this.#name, text);
      this.#canKeep = true;
    } catch {
      this.#canKeep = false;
    }
    this.#show();
    focus?.focus();
  }

  #show(): void {
    for (const box of boxes) box.checked = this.#ticks.has(keyOf(box));
    const done = this.#ticks.size;
    const count = this.#texts.done
      ?.replace('{done}', `${done}`)
      .replace('{all}', `${boxes.length}`);
    const parts = [done > 0 && count, !this.#canKeep && this.#texts.failed].filter(Boolean);
    if (this.#status) this.#status.textContent = parts.join(' · ');
    if (this.#clear) this.#clear.hidden = done === 0;
  }
}

const root = document.querySelector<HTMLElement>('[data-ticks]');
if (root) new Checklist(root).load();
