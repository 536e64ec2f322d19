import { excerptOf } from '#core/board/thread-page.ts';
import type { DescribedPage, JsonLd, PortalContext } from './schema-org.ts';

/** A post of a thread as descriptions tell it. */
export interface DescribedPost {
  readonly id: number;
  readonly author: string;
  readonly accepted: boolean;
  /** ISO time. */
  readonly at: string;
  readonly edited?: string | undefined;
  /** Markdown. */
  readonly text: string;
}

/** Characters of a post, and answers of a thread, in its description: the page itself has all of them. */
const DESCRIBED_TEXT = 1000;
const DESCRIBED_ANSWERS = 10;

/** A thread of the board as schema.org/QAPage; `posts` begins with the question. */
export const describeThread = (
  page: DescribedPage,
  posts: readonly DescribedPost[],
  portal: PortalContext,
): JsonLd => {
  const postOf = (type: 'Question' | 'Answer', post: DescribedPost): JsonLd => ({
    '@type': type,
    text: excerptOf(post.text, DESCRIBED_TEXT),
    author: { '@type': 'Person', name: post.author },
    datePublished: post.at,
    dateModified: post.edited,
  });
  const answerOf = (post: DescribedPost): JsonLd => ({
    ...postOf('Answer', post),
    url: `${portal.url(page.path)}#p${post.id}`,
  });
  const [question, ...answers] = posts;
  const accepted = answers.filter((post) => post.accepted);
  const others = answers.filter((post) => !post.accepted).slice(0, DESCRIBED_ANSWERS);
  return {
    '@context': 'https://schema.org',
    '@type': 'QAPage',
    '@id': portal.url(page.path),
    url: portal.url(page.path),
    inLanguage: portal.language,
    mainEntity: question && {
      ...postOf('Question', question),
      name: page.title,
      answerCount: answers.length,
      acceptedAnswer: accepted[0] && answerOf(accepted[0]),
      suggestedAnswer: others.length > 0 ? others.map(answerOf) : undefined,
    },
  };
};
