import { printLetterNumber } from '#core/letter/number.ts';
import { getYearViews } from '../circular/list.ts';
import { getCirculars } from '../content.ts';
import { messages } from '../i18n.ts';

/** The number of a covering letter on record as an example of what can be typed. */
const getExample = async (): Promise<string> => {
  for (const { data } of await getCirculars()) {
    const letters = [...data.coveringLetters, data.circular.letter];
    const certain = letters.find(({ number }) => number.value !== null && !number.doubt);
    if (certain) return printLetterNumber(certain.number.value as string);
  }
  return '';
};

/** What the page that follows a number shows before anything is typed. */
export const getTracePage = async () => {
  const { hint, ...texts } = messages.trace;
  return {
    head: {
      title: texts.title,
      lead: texts.lead,
      crumbs: [{ href: '/', label: messages.site.home }],
    },
    hint: hint(await getExample()),
    texts: JSON.stringify(texts),
    years: await getYearViews(),
  };
};

export type TracePage = Awaited<ReturnType<typeof getTracePage>>;
