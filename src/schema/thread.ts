import { z } from 'zod';
import { KEPT_SIDE, MOST_PICTURES } from '#core/board/picture.ts';
import { BOARD_SECTIONS, LONGEST_POST } from '#core/board/post.ts';
import { isoDay } from './fact.ts';
import { line, officeId } from './letter.ts';
import { matching, refusal } from './refusal.ts';

const instant = matching(/^2\d{3}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ$/, {
  is: 'is no time',
  fix: 'Write it in UTC to the second: "2026-11-29T03:00:00Z".',
}).refine(
  (text) => !Number.isNaN(Date.parse(text)),
  refusal('there is no such day', 'Write a day of the calendar.'),
);

const picture = z.strictObject({
  /** Its file in content/board-pictures/. */
  file: matching(/^[0-9a-f]{32}\.webp$/, {
    is: 'is no picture of the board',
    fix: 'Let npm run desk -- export write it.',
  }),
  /** Words that stand for it. */
  alt: line,
  width: z.int().positive().max(KEPT_SIDE),
  height: z.int().positive().max(KEPT_SIDE),
});

const post = z.strictObject({
  id: z.int().positive(),
  /** Display name; left out where the member is gone. */
  author: line.optional(),
  /** Office for which its writer was verified when it was written. */
  office: officeId.optional(),
  official: z.boolean().default(false),
  accepted: z.boolean().default(false),
  at: instant,
  edited: instant.optional(),
  /** Markdown, as on the board. */
  text: z.string().min(1).max(LONGEST_POST),
  pictures: z.array(picture).max(MOST_PICTURES).default([]),
});

/** Fields of a thread besides those of every page. */
export const threadFields = {
  section: z.enum(BOARD_SECTIONS),
  /** Page of the portal that it is about. */
  about: matching(/^\/(?:[A-Za-z0-9_-]+\/)+$/, {
    is: 'is no path of a page',
    fix: 'Write it with slashes at both ends: /faq/otp-where/.',
  }).optional(),
  /** The question, then the answers by their age; none where the thread was taken off. */
  posts: z.array(post).default([]),
  /** Answers that are on the board alone, as the file has no room for them. */
  left: z.int().nonnegative().default(0),
  /** Day on which the thread was taken off: its address then says so. */
  withdrawn: isoDay.optional(),
};

interface Together {
  readonly posts: readonly z.infer<typeof post>[];
  readonly withdrawn?: string | undefined;
}

/** What its fields say of a thread together. */
export const threadFaults = ({ posts, withdrawn }: Together, context: z.RefinementCtx): void => {
  const fault = (path: (string | number)[], said: ReturnType<typeof refusal>) =>
    context.addIssue({ code: 'custom', path, ...said });
  if (posts.length > 0 === (withdrawn !== undefined)) {
    const fix = 'Let npm run desk -- export write it, or leave one of the two out.';
    fault(['posts'], refusal('a thread has posts, or was taken off; not both, not neither', fix));
  }
  const [question, ...answers] = posts;
  if (question?.accepted) {
    const fix = 'Remove "accepted" here.';
    fault(['posts', 0, 'accepted'], refusal('the question is marked as its answer', fix));
  }
  const second = answers.filter(({ accepted }) => accepted)[1];
  if (second) {
    const at = posts.indexOf(second);
    const fix = 'Keep the mark of one of them.';
    fault(['posts', at, 'accepted'], refusal('two answers are marked as accepted', fix));
  }
  posts.forEach(({ id }, at) => {
    const before = posts[at - 1]?.id ?? 0;
    // Answers of a thread that was merged into another may be older than its question.
    if (at === 0 || (at === 1 ? id !== before : id > before && id !== question?.id)) return;
    const fix = 'Put the question first and answers by their number, each once.';
    fault(['posts', at, 'id'], refusal(`post ${id} is not in the order of the board`, fix));
  });
};
