import { formatThaiDate } from '../date.ts';
import { formatThaiDuration } from '../duration.ts';
import type { StatedDeadline } from '../reading/deadlines.ts';
import { DOUBT_TEXT } from '../reading/doubt-text.ts';
import type { FieldDoubt } from '../reading/field.ts';
import type { LetterReading } from '../reading/letter-reading.ts';
import { formatThaiDueDay } from '../recurrence.ts';
import { literalText } from './literal-text.ts';
import { ASKED, foundAt, QUESTIONS, REMOVE_LINE } from './skeleton.ts';

/** Headings of what the letter states, for the editor to take up. */
export const DEADLINES = 'กำหนดเวลาที่หนังสือระบุ';
export const ADDRESSES = 'เว็บไซต์ที่หนังสือระบุ';

const COUNTED_FROM = {
  receipt: 'นับแต่ได้รับหนังสือ',
  letter: 'นับแต่วันที่ของหนังสือ',
  other: 'นับตามที่หนังสือระบุ',
} as const;

const withinText = ({ within, workdays, countedFrom }: StatedDeadline): string | null =>
  within === null
    ? null
    : [
        `ภายใน ${formatThaiDuration(within, workdays)}`,
        countedFrom === null ? 'โดยไม่ได้ระบุว่านับแต่เมื่อใด' : COUNTED_FROM[countedFrom],
      ].join(' ');

const daysText = (deadline: StatedDeadline): string => {
  const { from, to, every, due } = deadline;
  const span = [from && `ตั้งแต่ ${formatThaiDate(from)}`, to && `ถึง ${formatThaiDate(to)}`];
  if (every !== null && due !== null) {
    return [formatThaiDueDay(every, due), ...span].filter(Boolean).join(' ');
  }
  if (from !== null && to !== null) return `${formatThaiDate(from)} ถึง ${formatThaiDate(to)}`;
  return to === null ? (withinText(deadline) ?? 'อ่านไม่ออก') : formatThaiDate(to);
};

const deadlineText = ({
  value,
  read,
  line,
  doubts,
}: LetterReading['deadlines'][number]): string => {
  const until = value?.time ? ` เวลา ${value.time} น.` : '';
  const [first] = doubts;
  const why = first === undefined ? 'อ่านไม่ออก' : DOUBT_TEXT[first.code].th;
  const check = doubts.length > 0 ? ` (${QUESTIONS})` : '';
  return `- ${value === null ? why : daysText(value)}${until}${check} ${foundAt(literalText(read ?? ''), line ?? '-')}`;
};

/** What is in doubt and has no field of its own for doubts in the front matter, as items of a list. */
export const openQuestions = (letter: LetterReading): string[] => {
  const asked = (name: string, doubts: readonly FieldDoubt[], text: string | null): string[] =>
    doubts.length === 0
      ? []
      : [
          `- ${name}${text === null ? '' : ` “${literalText(text)}”`}: ${[...new Set(doubts.map(({ code }) => DOUBT_TEXT[code].th))].join(' · ')}`,
        ];
  const behalf = letter.signatory.doubts.filter(({ part }) => part === 'onBehalfOf');
  const foot = letter.signatory.doubts.filter(({ code }) => code === 'damaged-scan');
  return [
    // Not called by its name, which the check takes for a mark of secrecy.
    ...asked('เครื่องหมายที่หัวหนังสือ', letter.secrecy.doubts, null),
    ...asked('หน่วยงานที่ออกหนังสือ', letter.issuer.doubts, letter.issuer.value),
    ...letter.to.flatMap(({ value, doubts }) => asked('ผู้รับ', doubts, value)),
    ...letter.attachments.flatMap(({ field }) => asked('สิ่งที่ส่งมาด้วย', field.doubts, field.value)),
    ...asked('ปฏิบัติราชการแทน', behalf, letter.signatory.value?.onBehalfOf ?? null),
    ...asked('หน่วยงานที่ติดต่อได้', foot, letter.contact.unit),
    ...letter.cancels.flatMap(({ doubts, read }) => asked('หนังสือที่ยกเลิก', doubts, read)),
  ];
};

/**
 * The skeleton of a page for an editor to fill in. It holds no sentence of the letter: only the days that it states,
 * with the words by which they are found there.
 */
export const draftBody = (letter: LetterReading): string => {
  const deadlines = letter.deadlines.map(deadlineText);
  const questions = openQuestions(letter);
  const addresses = letter.addresses.map((address) => `- \`${address.replaceAll('`', '')}\``);
  return [
    ...Object.values(ASKED).flatMap(({ heading, ask }) => [
      `## ${heading}`,
      '',
      `${ask} ${REMOVE_LINE}`,
      '',
    ]),
    ...(deadlines.length > 0 ? [`## ${DEADLINES}`, '', ...deadlines, ''] : []),
    ...(questions.length > 0 ? [`## ${QUESTIONS}`, '', ...questions, ''] : []),
    ...(addresses.length > 0 ? [`## ${ADDRESSES}`, '', ...addresses, ''] : []),
  ].join('\n');
};
