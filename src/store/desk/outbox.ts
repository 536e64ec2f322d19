import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Mailer, mailFile, type OutgoingMail, openMailer } from '#store/mail/mailer.ts';

/** Takes letters, and keeps them as files where there is no mail server. */
export const outboxMailer = (folder: string): Mailer => ({
  send: async (mail: OutgoingMail) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const time = mail.date.toISOString().replaceAll(/[:.]/g, '-');
    const [id] = mail.messageId.split('@');
    const name = `${time}-${id}.eml`;
    const unfinished = join(folder, `.${name}.new`);
    // Links by which one signs in stand in them.
    await writeFile(unfinished, await mailFile(mail), { mode: 0o600, flag: 'wx' });
    await rename(unfinished, join(folder, name));
    return 250;
  },
  close: () => {},
});

/** The mail server of `smtpUrl`, or the folder where none is set. */
export const deskMailer = (smtpUrl: string | undefined, folder: string): Mailer =>
  smtpUrl ? openMailer(smtpUrl) : outboxMailer(folder);
