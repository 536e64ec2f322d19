/** Where a field is within a file: names of fields and places in lists. */
export type FieldPath = readonly (string | number)[];

/** A path as people write it: `letter.references[0].number`. */
export const formatFieldPath = (path: FieldPath): string =>
  path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`,
    )
    .join('');
