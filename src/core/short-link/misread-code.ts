import { readShortCode, SHORT_CODE_LENGTH } from './short-code.ts';

const MIXED = /^(?=.*\d)(?=.*[a-z])[a-z\d]+$/i;
/** Few words and no letter numbers are so. */
const WELL_MIXED = /^(?=(?:.*\d){2})(?=(?:.*[a-z]){2})/i;

/**
 * Whether a text is very likely a short code with one character wrong, missing or too many, or two exchanged: what is
 * searched for so is no word. False for a code that is in order, whoever has it.
 */
export const isMisreadCode = (text: string): boolean => {
  const typed = text.replace(/[\s-]/g, '');
  if (!MIXED.test(typed)) return false;
  const { fault } = readShortCode(typed);
  if (!fault) return false;
  if (fault.kind === 'check') return true;
  if (!WELL_MIXED.test(typed)) return false;
  if (fault.kind === 'length') return Math.abs(fault.length - SHORT_CODE_LENGTH) === 1;
  const others = typed.slice(0, fault.at - 1) + typed.slice(fault.at);
  const rest = readShortCode(others).fault;
  return rest?.kind === 'length' && rest.length === SHORT_CODE_LENGTH - 1;
};
