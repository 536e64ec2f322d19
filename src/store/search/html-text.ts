import type { PageSection } from '#core/search/document.ts';
import { tidy } from '#core/search/normalise.ts';

/** Elements that begin and end a line of text. */
export const BLOCKS = new Set(
  'address article aside blockquote caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td th thead tr ul br'.split(
    ' ',
  ),
);
/** Elements without an end. */
export const VOID = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

/** Running text is gathered with one newline between blocks and single spaces within. */
export class TextBuffer {
  readonly #parts: string[] = [];
  /** Last character; empty at the beginning. */
  #last = '';
  length = 0;

  #push(part: string): void {
    if (part === '') return;
    this.#parts.push(part);
    this.#last = part.at(-1) as string;
    this.length += part.length;
  }

  add(text: string): void {
    const collapsed = text.replace(/\s+/g, ' ');
    const isAfterSpace = this.#last === '' || this.#last === ' ' || this.#last === '\n';
    this.#push(isAfterSpace ? collapsed.trimStart() : collapsed);
  }

  break(): void {
    if (this.#last === '' || this.#last === '\n') return;
    if (this.#last === ' ') {
      this.#parts.push((this.#parts.pop() as string).slice(0, -1));
      this.length--;
    }
    this.#push('\n');
  }

  toString(): string {
    return this.#parts.join('').trimEnd();
  }
}

/** Sections of a text as it was read, with their places once it is tidied: that may shorten the lines before them. */
export const placeSections = (raw: string, sections: readonly PageSection[]): PageSection[] => {
  let read = 0;
  let start = 0;
  return sections.map((section) => {
    start += tidy(raw.slice(read, section.start)).length;
    read = section.start;
    return { ...section, start };
  });
};
