import type { ProsePages } from '../messages.ts';

/** Pages about the portal itself, in English. */
export const prose: ProsePages = {
  about: {
    title: 'About Wian',
    lead: 'Wian gathers circulars to local authorities, explains them in plain words, and shows how far each has come.',
    parts: [
      {
        id: 'what',
        title: 'What Wian does',
        paragraphs: [
          'A circular leaves the department and passes through 76 provinces and 878 districts to more than 7,800 local authorities and their units. At every stop it gets a new number. Wian keeps all of them on one page, and says who has to do what, by when.',
          'Wian is the Thai word for circulating. The five loops in its name are the five stops of a letter: department, province, district, authority and unit.',
        ],
      },
      {
        id: 'facts',
        title: 'How to read what Wian says',
        paragraphs: ['Wian shows what there is evidence for, and says so where it does not know.'],
        list: [
          'Check against the original: a scan is poor, or copies disagree. Wian shows every reading and picks none.',
          'Legal force: in force or cancelled only where a letter says so. A reference does not mean a repeal.',
          'Deadlines: only days that a letter states. Urgent or most urgent is no deadline.',
          'No record: nobody told Wian. It does not mean that the office did not receive the letter.',
          'As of: past, present and future on every page are counted from this day.',
          'Sample: pages made up for trying things out say so wherever they appear.',
        ],
      },
      {
        id: 'standing',
        title: 'Wian is not a government body',
        paragraphs: [
          'Guidance is written afresh from the facts of letters. It is neither their wording nor a ruling. Every copy is for reference: to rely on a letter, ask the issuing office for the original.',
          'Wian publishes only letters without a level of secrecy.',
        ],
      },
      {
        id: 'privacy',
        title: 'Personal data',
        paragraphs: [
          'Wian publishes nobody’s mobile number or private e-mail address; contacts are named by office. This site sets no cookies, keeps no record of searches and asks no other website for anything.',
        ],
      },
      {
        id: 'credits',
        title: 'Work of others',
        paragraphs: [],
        list: [
          'Map of the provinces: MapSVG by way of @svg-maps/thailand, CC BY 4.0; simplified here.',
          'Fonts: Noto Sans Thai Looped and Sarabun, SIL Open Font License 1.1.',
        ],
      },
    ],
  },

  accessibility: {
    title: 'Accessibility',
    lead: 'Wian is meant for everyone: on an old phone, a slow connection, a keyboard or a screen reader.',
    parts: [
      {
        id: 'standard',
        title: 'Standard',
        paragraphs: [
          'Wian is designed to WCAG 2.2 level AA. Every kind of page is checked by automatic tools in light and dark before it is published. It has not yet been tested by people with disabilities or by an outside body.',
        ],
      },
      {
        id: 'how',
        title: 'What has been done',
        paragraphs: [],
        list: [
          'Everything works without scripts, except for search results',
          'Text can grow to 200 %, and a screen of 320 pixels needs no scrolling sideways',
          'Every page works with a keyboard, has a link to the main content, and shows where the focus is',
          'No meaning is given by colour alone: every state has its word',
          'Light, dark and print follow the settings of the device',
          'English words in Thai pages are marked, so that screen readers read them rightly',
        ],
      },
      {
        id: 'limits',
        title: 'Known limits',
        paragraphs: [],
        list: [
          'Attachments that are scanned pictures may not be readable by screen readers; what matters is always written on the page',
          'Search results need scripts; without them, use the sections',
          'Wide tables in manuals scroll sideways on small screens',
        ],
      },
    ],
  },
};
