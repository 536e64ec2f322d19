/** A page of running text: its title, one sentence, and its parts. */
export interface Prose {
  readonly title: string;
  readonly lead: string;
  readonly parts: readonly {
    readonly id: string;
    readonly title: string;
    readonly paragraphs: readonly string[];
    readonly list?: readonly string[];
  }[];
}
