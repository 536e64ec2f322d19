import type { FieldReader } from './fields.ts';
import type { ListCounter } from './list-counter.ts';
import type { Styles } from './styles.ts';
import type { XmlElement } from './xml.ts';

/** What to report of a document beside its text, each once, with how often it was seen. */
export type Finding =
  | 'comment'
  | 'hidden-text'
  | 'moving-date'
  | 'placeholder'
  | 'unprinted-number'
  | 'unknown-number-format'
  | 'part-of-other-format';

/** Everything that reading one story of a document needs: the body, a header, a footnote, the text of a box. */
export interface Story {
  readonly styles: Styles;
  readonly lists: ListCounter;
  readonly fields: FieldReader;
  readonly find: (finding: Finding) => void;
  /** A footnote or an endnote that the text refers to. */
  readonly refer: (kind: 'footnote' | 'endnote', id: string) => void;
  /** Counts characters that were read, and cells that lines of a row are put together from; throws where they are too many. */
  readonly spend: (count: number) => void;
  /** Reads the text of a box, whose lists count for themselves; gives its lines. */
  readonly readBox: (content: XmlElement) => readonly string[];
}

/** Page breaks are lines of their own, of this character: readers take it for a blank line. */
export const PAGE_BREAK = '\f';
