import { openDeskDatabase } from '#store/desk/database.ts';
import { outboxMailer } from '#store/desk/outbox.ts';
import type { Mailer } from '#store/mail/mailer.ts';
import { noticeSender } from '../../scripts/desk/notice-sender.ts';
import { senderParts } from './notice-parts.ts';

// Sends the letters that are due at a time into a folder, and stops for ever before or after one of them, to be killed.
const [place = '', outbox = '', now = '', moment = '', nth = ''] = process.argv.slice(2);
const database = await openDeskDatabase(JSON.parse(place));
const mailer = outboxMailer(outbox);
let sent = 0;
const stopAt = async (here: string): Promise<void> => {
  if (here !== moment || sent !== Number(nth)) return;
  process.stdout.write('stopped\n');
  setInterval(() => {}, 1000);
  await new Promise(() => {});
};
const stopping: Mailer = {
  ...mailer,
  send: async (mail) => {
    sent += 1;
    await stopAt('before');
    const code = await mailer.send(mail);
    await stopAt('after');
    return code;
  },
};
await noticeSender(senderParts(database, stopping)).send(new Date(now));
await database.close();
