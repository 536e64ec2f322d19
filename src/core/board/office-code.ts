import { printedCode } from '#core/printed-code.ts';

/** Days for which a code of a printed sheet is good. */
export const CODE_DAYS = 60;

/** Codes by which a member becomes an officer: 15 characters in three groups. */
const OFFICE_CODE = printedCode(15, 5);

/** The code as it is printed, five characters in each of three groups; `bytes` are random, twice as many as characters. */
export const codeOfBytes = OFFICE_CODE.ofBytes;

/** A code as somebody typed it, in the form in which codes are compared; null where it cannot be one. */
export const readCode = OFFICE_CODE.read;
