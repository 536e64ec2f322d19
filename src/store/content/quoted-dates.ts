import { type Document, type Node, Scalar, visit } from 'yaml';

const DATE = /^\d{4}(?:-\d{2}){0,2}$/;

/** Whether a text is an ISO date of any precision: other programs that read YAML take one without quotes for a time stamp. */
export const isDateText = (value: unknown): boolean =>
  typeof value === 'string' && DATE.test(value);

/** Puts quotes around every date of a document or a part of one. */
export const quoteDates = <Part extends Document | Node>(part: Part): Part => {
  visit(part, {
    Scalar: (_, scalar) => {
      if (isDateText(scalar.value)) scalar.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return part;
};
