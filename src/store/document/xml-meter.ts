import { BOUNDS, type Bounds } from './bounds.ts';
import { DocumentProblem } from './document-problem.ts';

/** Counts the elements of XML or HTML as they are read, and throws a DocumentProblem at a bound. */
export interface XmlMeter {
  /** An element that begins; gives its depth. */
  readonly open: () => number;
  /** An attribute of the element that began last. */
  readonly attribute: () => void;
  readonly close: () => void;
}

const refuse = (what: string, why: string): never => {
  throw new DocumentProblem({
    what,
    why,
    fix: 'Copy what is to be read into a new document, save that, and give it.',
  });
};

/** A number with commas, as messages give it. */
export const withCommas = (number: number): string => number.toLocaleString('en-US');

/** Refuses an element that lies too deep. */
export const refuseDepth = (most: number): never =>
  refuse(
    `the document is nested more than ${withCommas(most)} levels deep`,
    'Tables within tables to such a depth are no letter, and no office program shows them.',
  );

/** A count of elements up to `most`, and of their depth. */
export const meterXml = (most: number, bounds: Bounds = BOUNDS): XmlMeter => {
  let [elements, depth, attributes] = [0, 0, 0];
  return {
    attribute: () => {
      attributes += 1;
      if (attributes <= bounds.attributes) return;
      refuse(
        `an element of the document has more than ${withCommas(bounds.attributes)} attributes`,
        'Office programs write some dozens at most.',
      );
    },
    open: () => {
      attributes = 0;
      depth += 1;
      elements += 1;
      if (depth > bounds.depth) refuseDepth(bounds.depth);
      if (elements > most) {
        refuse(
          `the document has more than ${withCommas(most)} elements (paragraphs, rows, cells, texts)`,
          'A small file that unpacks to so many is no letter; to read it would fill the memory.',
        );
      }
      return depth;
    },
    close: () => {
      depth -= 1;
    },
  };
};
