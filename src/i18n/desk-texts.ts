import type { desk } from './th/desk.ts';

type Widen<Value> = Value extends string
  ? string
  : Value extends (...parameters: infer Parameters) => string
    ? (...parameters: Parameters) => string
    : { [Key in keyof Value]: Widen<Value[Key]> };

/** The texts of the desk that every language has. They are no part of the portal's, which is complete without a desk. */
export type DeskTexts = Widen<typeof desk>;
