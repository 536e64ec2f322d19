import { DESK_TEXTS } from '#i18n/desk.ts';
import type { DeskTexts } from '#i18n/desk-texts.ts';
import type { DeskDatabase } from '#store/desk/database.ts';
import { outboxMailer } from '#store/desk/outbox.ts';
import type { Mailer } from '#store/mail/mailer.ts';
import { endingAddresses } from '../../scripts/desk/endings.ts';
import { noticeSender } from '../../scripts/desk/notice-sender.ts';

const SECRET = 'ab'.repeat(32);

/** What a sender needs besides a database, without a portal beside it; faults are put into `faults`. */
export const senderParts = (database: DeskDatabase, mailer: Mailer, faults: string[] = []) => ({
  settings: {
    origin: 'http://127.0.0.1:4321',
    base: '',
    sender: 'wian@desk.example',
    digestHour: 7,
  },
  database,
  mailer,
  endings: endingAddresses(SECRET, 'http://127.0.0.1:4321'),
  digest: (text: string) => text,
  frame: async () => ({ texts: DESK_TEXTS.th as DeskTexts, language: 'th', page: () => '' }),
  report: (line: string) => {
    faults.push(line);
  },
});

/** A sender whose letters are files in a folder. */
export const senderOn = (database: DeskDatabase, outbox: string) =>
  noticeSender(senderParts(database, outboxMailer(outbox)));
