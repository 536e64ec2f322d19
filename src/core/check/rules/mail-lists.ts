import { RECIPIENT_COLUMNS } from '#core/digest/recipient.ts';
import type { Rule } from '../content.ts';

const HEADING = RECIPIENT_COLUMNS.join(',');
const BYTE_ORDER_MARK = /^\uFEFF/;

/** No list of the digest's recipients is in content/, be the addresses private or an office's own. */
export const mailLists: Rule = function* ({ files }) {
  for (const { path, text } of files) {
    if (!path.endsWith('.csv') || text === null) continue;
    const [heading = ''] = text.replace(BYTE_ORDER_MARK, '').split(/\r?\n/, 1);
    if (heading.replaceAll('"', '').trim() !== HEADING) continue;
    yield {
      file: path,
      line: 1,
      what: 'this is a list of recipients of the digest',
      why: 'Addresses and the tokens beside them are personal data; what is in content/ is published.',
      fix: 'Move it out of the project, remove it from the history of the repository too, and give everybody on it a new token.',
    };
  }
};
