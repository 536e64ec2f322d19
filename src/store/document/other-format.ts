import type { Problem } from '#core/problem.ts';

const HTML =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?<(?:!doctype\s+html|html|head|meta|body)\b/i;

/** Fields that mails and saved web pages have at their head, and no letter. */
const MAIL_FIELD =
  /^(?:MIME-Version|Message-ID|Received|Content-Type|Snapshot-Content-Location):/im;
const HEAD_LINE = /^(?:[\w-]+:|[ \t])/;

const isMail = (text: string): boolean => {
  const lines = text.slice(0, 4096).split(/\r?\n/);
  const end = lines.indexOf('');
  const head = end < 0 ? lines : lines.slice(0, end);
  return head.every((line) => HEAD_LINE.test(line)) && MAIL_FIELD.test(head.join('\n'));
};

/**
 * What is wrong with a text that is written for a program to show, and whose lines are not those of a letter; null for any
 * other text.
 */
export const otherFormat = (text: string): Omit<Problem, 'file'> | null => {
  if (HTML.test(text)) {
    return {
      what: 'it is a web page (HTML)',
      why: 'Its text stands between marks, which are no lines of a letter, whatever its name ends in.',
      fix: 'Open it in a browser and print it as a PDF, or in Word and save it as .docx.',
    };
  }
  if (isMail(text)) {
    return {
      what: 'it is a mail or a saved web page (.eml, .mht)',
      why: 'The letter is attached to it, or packed in it.',
      fix: 'Open it in the program that shows it, save the letter that is attached, or print it as a PDF.',
    };
  }
  return null;
};
