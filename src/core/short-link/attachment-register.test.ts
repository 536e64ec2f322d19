import { describe, expect, it } from 'vitest';
import { formatProblem } from '#core/problem.ts';
import {
  attachmentNumberProblems,
  type PlacedAttachmentList,
  planAttachmentNumbers,
  type RegisteredAttachment,
} from './attachment-register.ts';

const CIRCULAR = '2568/dla-x-wx-0325';
const list = (...files: (string | null)[]): PlacedAttachmentList => ({
  circular: CIRCULAR,
  files,
  placeOf: (index) => ({
    file: 'index.mdx',
    line: 9 + (index ?? 0),
    field: index === undefined ? 'attachments' : `attachments[${index}]`,
  }),
});
const row = (attachment: string, file: string): RegisteredAttachment => ({
  circular: CIRCULAR,
  attachment,
  file,
  minted: '2026-11-21',
});
const problemsOf = (
  register: readonly RegisteredAttachment[],
  lists: readonly PlacedAttachmentList[],
  committed: readonly RegisteredAttachment[] | null = null,
): string => attachmentNumberProblems(register, lists, committed).map(formatProblem).join('\n');

describe('planAttachmentNumbers', () => {
  it.each([
    ['new ones', [], list('a.pdf', null), [row('1', 'a.pdf'), row('2', '')]],
    ['one at the end', [row('1', 'a.pdf')], list('a.pdf', 'b.pdf'), [row('2', 'b.pdf')]],
    ['a file that was found', [row('1', '')], list('a.pdf'), [row('1', 'a.pdf')]],
    ['nothing new', [row('1', ''), row('1', 'a.pdf')], list('a.pdf'), []],
    ['a file that was lost again: the check tells', [row('1', 'a.pdf')], list(null), []],
  ])('%s', (_, register, there, added) => {
    expect(planAttachmentNumbers(register, [there], '2026-11-21')).toEqual(added);
  });
});

describe('attachmentNumberProblems', () => {
  it('finds nothing wrong with lists in their order', () => {
    const register = [row('1', ''), row('2', 'b.pdf'), row('1', 'a.pdf')];
    expect(problemsOf(register, [list('a.pdf', 'b.pdf')], register)).toBe('');
  });

  it('leaves circulars alone that are not published', () => {
    expect(problemsOf([row('1', 'a.pdf')], [])).toBe('');
  });

  it('tells two that changed places', () => {
    expect(
      problemsOf([row('1', 'a.pdf'), row('2', 'b.pdf')], [list('b.pdf', 'a.pdf')]),
    ).toMatchInlineSnapshot(`
      "index.mdx:9 attachments[0]: attachment 1 was "a.pdf" when its number was printed, and now is "b.pdf"
        why: The number of an attachment is printed on paper, in its QR code.
        fix: Keep the order. A new version goes to the end of the list, and the old one says "replacedBy".
      index.mdx:10 attachments[1]: attachment 2 was "b.pdf" when its number was printed, and now is "a.pdf"
        why: The number of an attachment is printed on paper, in its QR code.
        fix: Keep the order. A new version goes to the end of the list, and the old one says "replacedBy"."
    `);
  });

  it('tells one that is gone', () => {
    expect(
      problemsOf([row('1', 'a.pdf'), row('2', 'b.pdf')], [list('a.pdf')]),
    ).toMatchInlineSnapshot(`
      "index.mdx:9 attachments: attachment 2 ("b.pdf") has vanished
        why: The number of an attachment is printed on paper, in its QR code.
        fix: Put it back in its place. One that holds no longer stays in the list, and says so."
    `);
  });

  it('tells a file that is missing now', () => {
    expect(problemsOf([row('1', 'a.pdf')], [list(null)])).toMatchInlineSnapshot(`
      "index.mdx:9 attachments[0]: attachment 1 was "a.pdf" when its number was printed, and now is no file
        why: Readers of the printed number and of the old address must hear that the file was taken off, when and why.
        fix: Instead of "missing", write withdrawn: {file: a.pdf, date: <YYYY-MM-DD>, reason: privacy, error or replaced} and the "sha256" that it had; put a new version at the end of the list."
    `);
  });

  it('tells one that is not registered', () => {
    expect(problemsOf([], [list('a.pdf')])).toMatchInlineSnapshot(`
      "content/circulars/attachment-numbers.csv: attachment 1 of 2568/dla-x-wx-0325 ("a.pdf") is not in the register.
        why: The number of an attachment is printed on paper, in its QR code.
        fix: Run "npm run qr -- --register", and commit the file."
    `);
  });

  it('tells rows that contradict each other', () => {
    expect(
      problemsOf([row('1', 'a.pdf'), row('1', 'b.pdf'), row('one', '')], [list('b.pdf')]),
    ).toMatchInlineSnapshot(`
      "content/circulars/attachment-numbers.csv:3 attachment: attachment 1 of 2568/dla-x-wx-0325 has "a.pdf" on line 2 and "b.pdf" here.
        why: The number of an attachment is printed on paper, in its QR code.
        fix: Remove the row that was added last, if it was never published.
      content/circulars/attachment-numbers.csv:4 attachment: "one" is not a number from 1 on.
        why: The number of an attachment is printed on paper, in its QR code.
        fix: Fix it."
    `);
  });

  it('tells a row that vanished', () => {
    expect(problemsOf([], [], [row('1', 'a.pdf')])).toMatchInlineSnapshot(`
      "content/circulars/attachment-numbers.csv: The row "2568/dla-x-wx-0325,1,a.pdf" has vanished; an earlier version of the file has it.
        why: The number of an attachment is printed on paper, in its QR code.
        fix: Put it back."
    `);
  });
});
