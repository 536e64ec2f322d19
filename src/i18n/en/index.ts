import type { Messages } from '../messages.ts';
import { asOfPage } from './as-of.ts';
import { circular } from './circular.ts';
import { dictionary } from './dictionary.ts';
import { document } from './document.ts';
import { embed } from './embed.ts';
import { figures } from './figures.ts';
import { follow } from './follow.ts';
import { formats } from './formats.ts';
import { frame } from './frame.ts';
import { letterFile } from './letter-file.ts';
import { link } from './link.ts';
import { my } from './my.ts';
import { office } from './office.ts';
import { offline } from './offline.ts';
import { openData } from './open-data.ts';
import { operator } from './operator.ts';
import { searchPage } from './search.ts';
import { share } from './share.ts';
import { stick } from './stick.ts';
import { thread } from './thread.ts';
import { trace } from './trace.ts';
import { tracking } from './tracking.ts';

/** Interface texts in English. */
export const en: Messages = {
  format: formats,
  ...frame,
  ...circular,
  ...document,
  asOfPage,
  searchPage,
  embed,
  figures,
  follow,
  letterFile,
  link,
  my,
  office,
  offline,
  openData,
  operator,
  dictionary,
  share,
  stick,
  thread,
  tracking,
  trace,
};
