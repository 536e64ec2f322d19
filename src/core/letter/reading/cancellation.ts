import { doubt, type Field, offer } from './field.ts';
import { type Reference, readReference } from './reference-field.ts';
import type { RunningText } from './running-text.ts';

const CANCELS =
  /(ได้แจ้ง|ได้|เคย|มิได้|ไม่ได้|ไม่|ถูก|การ)?(?:ขอ|ให้|จึง|จึงขอ|จึงให้)?ยกเลิก\s?(หนังสือ|แนวทาง|หลักเกณฑ์|ความใน|การถือปฏิบัติ|ข้อความ|แบบ)?/g;
const END = /(?:และ)?(?:ให้|ขอให้)(?:ถือ|ใช้|ปฏิบัติ)|โดยให้|และ(?:ขอ)?(?:กำหนด|แจ้ง)|ดังนี้|\sนั้น|ทั้งนี้/;
const REFERRED =
  /^[^ก-ฮ]{0,3}(?:หนังสือ)?(?:กระทรวงมหาดไทย|กรม\S{3,40}|ฉบับ)?\s*(?:ตาม|ที่)*\s*(?:หนังสือ)?(?:ที่|ตาม)?\s?อ้าง\s?ถึง\s*\(?([๐-๙\d])?/;
const REACH = 260;

/** What is cancelled is a letter; where the point that is meant names none, its number is what cannot be read. */
const asLetter = (field: Field<Reference>): Field<Reference> => {
  const { value, read } = field;
  if (!value || value.title === null) return field;
  const why = (part: string) =>
    doubt('unreadable', 'other-than-letter', [offer(read ?? value.title ?? '', null)], part);
  return {
    ...field,
    value: { ...value, title: null, subject: value.title },
    doubts: [why('number'), ...(value.date === null ? [why('date')] : [])],
  };
};

const arabic = (digit: string): number => {
  const code = digit.charCodeAt(0);
  return code >= 0x0e50 ? code - 0x0e50 : Number(digit);
};

/**
 * The letters that a letter cancels in so many words ("ให้ยกเลิกหนังสือ ... ที่ มท ..."). To refer to a letter cancels
 * nothing; neither does telling that one was cancelled before, which is marked as doubtful.
 */
export const readCancellations = (
  { text, lineAt }: RunningText,
  references: readonly Field<Reference>[],
): Field<Reference>[] => {
  const found: Field<Reference>[] = [];
  for (const match of text.matchAll(CANCELS)) {
    const auxiliary = match[1] ?? '';
    if (/^(?:มิได้|ไม่ได้|ไม่|ถูก|การ)$/.test(auxiliary)) continue;
    const start = match.index + match[0].length;
    const line = lineAt(match.index);
    const rest = text.slice(start, start + REACH);
    const past = auxiliary === '' ? [] : [doubt('unclear' as const, 'past-tense' as const)];
    const referred = REFERRED.exec(rest);
    if (referred) {
      const letters = references.filter(({ value }) => !value?.title);
      const all = letters.length > 0 ? letters : references;
      const which = referred[1] ? [references[arabic(referred[1]) - 1]] : all;
      const vague =
        which.length > 1 ? [doubt('unclear' as const, 'several-references' as const)] : [];
      for (const one of which) {
        if (!one) continue;
        const letter = asLetter(one);
        found.push({ ...letter, line, doubts: [...letter.doubts, ...past, ...vague] });
      }
      continue;
    }
    const sentence = rest.slice(0, END.exec(rest)?.index ?? REACH);
    for (const part of sentence.split(/\s(?:และ|กับ)(?=หนังสือ|ที่\s)/)) {
      const reference = readReference(`${match[2] === 'หนังสือ' ? 'หนังสือ' : ''}${part.trim()}`, line);
      if (
        reference?.value?.number ||
        reference?.doubts.some(
          ({ part: where, readings }) => where === 'number' && readings.length > 0,
        )
      ) {
        found.push({ ...reference, doubts: [...reference.doubts, ...past] } as Field<Reference>);
      }
    }
  }
  return found;
};
