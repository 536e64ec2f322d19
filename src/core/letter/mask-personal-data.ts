import { findPersonalData } from './personal-data.ts';

const maskAddress = (address: string): string =>
  address.replace(/^(.).*?(?=\s?(?:@|＠|\(at\)|\[at\]))/iu, '$1…');

const maskDigits = (number: string): string => {
  const count = number.match(/\p{Nd}/gu)?.length ?? 0;
  let seen = 0;
  return number.replace(/\p{Nd}/gu, (digit) => {
    seen++;
    return seen <= 2 || seen > count - 2 ? digit : 'x';
  });
};

/** A text in which of every number and address that is personal data only so much is left that its owner knows it again. */
export const maskPersonalData = (text: string): string => {
  const found = findPersonalData(text);
  if (found.length === 0) return text;
  let masked = '';
  let done = 0;
  for (const { kind, start, end } of found) {
    if (start < done) continue;
    const whole = text.slice(start, end);
    masked += text.slice(done, start) + (kind === 'email' ? maskAddress(whole) : maskDigits(whole));
    done = end;
  }
  return masked + text.slice(done);
};
