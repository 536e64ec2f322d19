import type { OperatorTexts } from '../messages.ts';

/** Texts about who runs this copy, and how to report a mistake, in English. */
export const operator: OperatorTexts = {
  title: 'Who runs this copy of Wian',
  runBy: (name) => `This copy is run by ${name}`,
  nobody: 'Nobody runs this copy of Wian, so there is nobody to report mistakes to',
  nobodyMeans: [
    'Nobody takes reports of mistakes, answers questions or keeps this copy up to date.',
    'Before you act on what you read here, ask the office that issued the letter; many letters have a contact on their page.',
  ],
  more: 'About the operator',
  report: 'Report a mistake on this page',
  reportHow:
    'To report a mistake, use the link at the foot of the page it is on. A mail opens with the title, address and letter number of the page. Please leave out personal data of anybody.',
  email: 'E-mail',
  phone: 'Telephone',
  address: 'Address',
  homepage: 'Website',
  since: 'Run by them since',
  mail: {
    subject: (about) => `Mistake in Wian: ${about}`,
    page: 'Page',
    address: 'Address',
    number: 'Letter number',
    unclear: (readings) => `to be checked with the original, reads ${readings}`,
    or: ' or ',
    request: 'What is wrong, and what is right (no personal data, please):',
  },
};
