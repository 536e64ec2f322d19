import type { Entry } from '#core/message-catalogue.ts';
import { BODY_MESSAGES } from './bodies.ts';
import { FIELD_MESSAGES } from './fields.ts';
import { FILE_MESSAGES } from './files.ts';
import { NAME_MESSAGES } from './names.ts';
import { PARTS } from './parts.ts';
import { RECORD_MESSAGES } from './records.ts';
import { REGISTER_MESSAGES } from './registers.ts';

/** What `npm run check` says, by its English text. */
export const CHECK_MESSAGES: readonly Entry[] = [
  ...FIELD_MESSAGES,
  ...FILE_MESSAGES,
  ...BODY_MESSAGES,
  ...RECORD_MESSAGES,
  ...REGISTER_MESSAGES,
  ...NAME_MESSAGES,
  ...PARTS,
];
