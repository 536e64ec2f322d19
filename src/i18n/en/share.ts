import type { ShareMessages } from '../messages.ts';

/** Texts for sharing a page, in English. */
export const share: ShareMessages = {
  open: 'Share this page',
  system: 'Choose an app on this device',
  line: 'Send by LINE',
  mail: 'Send by e-mail',
  text: 'Text to be sent',
  note: 'Wian contacts no other site until you press send',
  card: { note: 'Not a government site: the original letter of its issuer prevails' },
  lines: {
    number: (number) => `No. ${number}`,
    numberUnclear: (readings) =>
      readings === ''
        ? 'Number not confirmed: check with the original'
        : `Number to be checked with the original, read as ${readings}`,
    dayUnclear: (readings) =>
      readings === ''
        ? 'a day is set but cannot be read: check with the original'
        : `day to be checked with the original, read as ${readings}`,
    or: ' or ',
    force: (label, explain) => `[${label}] ${explain}`,
    until: (day) => `by ${day}`,
    duty: (role, what, when, source) =>
      `- ${role}: ${what} (${when}${source === null ? '' : `, as asked by ${source}`})`,
    more: (count) => `- ${count} more with a time: see the page`,
  },
};
