import type { EmbedTexts } from '../messages.ts';

/** Texts of what other sites show of the portal, and of the page about it, in English. */
export const embed: EmbedTexts = {
  script: {
    loading: 'Loading from Wian',
    open: 'Open in Wian',
    all: 'See all in Wian',
    nothing: 'Nothing here yet',
    notFound: 'Wian does not have this',
    unreachable: 'Wian cannot be reached just now',
    badAttribute: 'The code of this part is not complete or not right',
    number: 'No.',
    date: 'Dated',
    source: 'From Wian, not a government site',
  },
  page: {
    title: 'Wian on your site',
    lead: 'A few lines of code give your site a search box, the newest letters, or the card of one letter. No cookies, nothing stored about readers.',
    noScript:
      'The examples and choices below need JavaScript, which is off in this browser; the code can be copied without.',
    first: 'First: put this line on the page once',
    firstText: 'In WordPress use the block “Custom HTML”. The line may stand in several blocks.',
    kinds: {
      search: 'Search box',
      newest: 'Newest entries',
      circular: 'Card of one letter',
    },
    texts: {
      search: 'It opens the search results of Wian.',
      newest:
        'Set section to another section, or use office in its place for one province or district. Choose below, then copy.',
      circular:
        'Put the address of the page of a letter in circular. The card tells number, date and legal force, and says so where they are not certain.',
    },
    choose: 'Choose a list',
    address: 'Address of the page of the letter',
    code: (kind) => `Code: ${kind}`,
    preview: 'What it looks like',
    offices: 'Provinces and districts',
    options: 'Fitting it to the page',
    optionTexts: [
      'theme="light" or theme="dark" forces colours; without it your site decides (color-scheme), and theme="auto" follows the reader’s device',
      'count="10" sets how many of the newest are shown, 1 to 20',
      'Where your site removes tags that begin with wian-, use <div data-wian="newest" data-section="news"></div>',
      'In WordPress the address of a letter’s page on a line of its own becomes a card as well (oEmbed)',
    ],
    follow: 'Wian on your site',
  },
};
