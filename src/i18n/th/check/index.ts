import type { Entry } from '#core/message-catalogue.ts';
import { BODY_MESSAGES } from './bodies.ts';
import { BUILD_MESSAGES } from './build.ts';
import { COMMAND_MESSAGES } from './commands.ts';
import { DESK_COMMAND_MESSAGES } from './desk-commands.ts';
import { DOCUMENT_MESSAGES } from './documents.ts';
import { FIELD_MESSAGES } from './fields.ts';
import { FIGURE_MESSAGES } from './figures.ts';
import { FILE_MESSAGES } from './files.ts';
import { INGEST_MESSAGES } from './ingest.ts';
import { LEDGER_COMMAND_MESSAGES } from './ledger-commands.ts';
import { MAIL_COMMAND_MESSAGES } from './mail-commands.ts';
import { NAME_MESSAGES } from './names.ts';
import { NEW_COMMAND_MESSAGES } from './new-commands.ts';
import { OFFICE_MESSAGES } from './offices.ts';
import { PAGE_MESSAGES } from './pages.ts';
import { PARTS } from './parts.ts';
import { RARE_MESSAGES } from './rare.ts';
import { RECORDING_MESSAGES } from './recording.ts';
import { RECORD_MESSAGES } from './records.ts';
import { REGISTER_FILE_MESSAGES } from './register-files.ts';
import { REGISTER_ROW_MESSAGES } from './register-rows.ts';
import { REGISTER_MESSAGES } from './registers.ts';
import { SYSTEM_MESSAGES } from './system.ts';
import { THREAD_MESSAGES } from './threads.ts';
import { YAML_MESSAGES } from './yaml.ts';

/** What `npm run check` says, and why commands refuse, by its English text. */
export const CHECK_MESSAGES: readonly Entry[] = [
  ...FIELD_MESSAGES,
  ...FILE_MESSAGES,
  ...BODY_MESSAGES,
  ...RECORD_MESSAGES,
  ...THREAD_MESSAGES,
  ...RECORDING_MESSAGES,
  ...REGISTER_MESSAGES,
  ...REGISTER_FILE_MESSAGES,
  ...REGISTER_ROW_MESSAGES,
  ...NAME_MESSAGES,
  ...DOCUMENT_MESSAGES,
  ...SYSTEM_MESSAGES,
  ...YAML_MESSAGES,
  ...RARE_MESSAGES,
  ...FIGURE_MESSAGES,
  ...INGEST_MESSAGES,
  ...BUILD_MESSAGES,
  ...OFFICE_MESSAGES,
  ...PAGE_MESSAGES,
  ...COMMAND_MESSAGES,
  ...NEW_COMMAND_MESSAGES,
  ...LEDGER_COMMAND_MESSAGES,
  ...MAIL_COMMAND_MESSAGES,
  ...DESK_COMMAND_MESSAGES,
  ...PARTS,
];
