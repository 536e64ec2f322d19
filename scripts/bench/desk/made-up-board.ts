import { BOARD_SECTIONS, type BoardSection } from '#core/board/post.ts';
import { wordsOf } from '#core/board/words.ts';
import { SYSTEMS } from '#core/system.ts';
import { type Random, seededRandom } from '../../lib/random.ts';
import { CAUTIONS, STEPS, TOPICS, UNITS } from '../sample-text.ts';

/** How much a made-up board holds. */
export interface BoardSize {
  readonly threads: number;
  /** Questions and answers together; at least one a thread. */
  readonly posts: number;
  /** At most as many as posts. */
  readonly members: number;
}

/** A made-up post; `author` is the number of a member, and times are ISO texts. */
export interface MadeUpPost {
  readonly id: number;
  readonly thread: number;
  readonly isQuestion: boolean;
  readonly author: number;
  readonly body: string;
  readonly at: string;
}

/** A made-up thread with its posts, the question first. */
export interface MadeUpThread {
  readonly id: number;
  readonly section: BoardSection;
  readonly system: string;
  readonly title: string;
  readonly words: readonly string[];
  readonly accepted: number | null;
  readonly posts: readonly MadeUpPost[];
}

const FIRST_DAY = Date.UTC(2024, 0, 1);
/** Milliseconds between one question and the next. */
const STEP_MS = 1_000_000;
const SAMPLE = 'ตัวอย่างสมมติ';

const sentence = (random: Random): string =>
  random.pick(STEPS).replace('{unit}', random.pick(UNITS));

const bodyOf = (random: Random): string => {
  const parts = Array.from({ length: random.int(1, 4) }, () => sentence(random));
  if (random.chance(0.2)) parts.push(`- **${random.pick(UNITS)}**\n- ${random.pick(CAUTIONS)}`);
  return `(${SAMPLE}) ${parts.join('\n\n')}`;
};

/** How many posts each thread has: most a few, one in a thousand some hundreds, as many as `posts` altogether. */
const lengthsOf = ({ threads, posts }: BoardSize, random: Random): Uint16Array => {
  const lengths = new Uint16Array(threads).fill(1);
  let left = posts - threads;
  const long = Math.floor(threads / 1000);
  for (let at = 0; at < long && left > 0; at += 1) {
    const more = Math.min(left, random.int(100, 300));
    lengths[random.int(0, threads - 1)] = 1 + more;
    left -= more;
  }
  // Those above were drawn with a chance of the same thread twice: what is left is counted anew.
  left = posts - lengths.reduce((sum, one) => sum + one, 0);
  for (; left > 0; left -= 1) {
    const at = random.int(0, threads - 1);
    lengths[at] = (lengths[at] ?? 0) + 1;
  }
  return lengths;
};

/** A made-up board, the same for the same seed; every text in it says that it is a sample. */
export function* madeUpThreads(size: BoardSize, seed: number): Generator<MadeUpThread> {
  const random = seededRandom(seed);
  const lengths = lengthsOf(size, random);
  let post = 0;
  for (let id = 1; id <= size.threads; id += 1) {
    const asked = FIRST_DAY + id * STEP_MS;
    const title = `${random.pick(TOPICS)}ของ${random.pick(UNITS)} ข้อที่ ${id} (${SAMPLE})`;
    const posts = Array.from({ length: lengths[id - 1] ?? 1 }, (_, place): MadeUpPost => {
      post += 1;
      return {
        id: post,
        thread: id,
        isQuestion: place === 0,
        // Each has written before: first posts of members wait for a moderator.
        author: post <= size.members ? post : random.int(1, size.members),
        body: bodyOf(random),
        at: new Date(asked + place * 60_000 * random.int(1, 9)).toISOString(),
      };
    });
    const answers = posts.slice(1);
    yield {
      id,
      section: random.pick(BOARD_SECTIONS),
      system: random.chance(0.3) ? random.pick(SYSTEMS) : '',
      title,
      words: wordsOf(title),
      accepted: answers.length > 0 && random.chance(0.5) ? random.pick(answers).id : null,
      posts,
    };
  }
}
