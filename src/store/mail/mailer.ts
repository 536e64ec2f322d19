import { createTransport } from 'nodemailer';
import type { MailParts } from '#core/digest/mail.ts';
import { ProblemError } from '#core/problem.ts';

/** A message with its envelope. */
export interface OutgoingMail extends MailParts {
  readonly from: string;
  readonly replyTo: string | undefined;
  readonly to: string;
  /** Without angle brackets; the same for the same message, however often it is made. */
  readonly messageId: string;
  readonly date: Date;
}

/** Hands messages to a server, one at a time. */
export interface Mailer {
  /** Resolves to the code of the server's answer once it has accepted the message; rejects with what nodemailer says. */
  readonly send: (mail: OutgoingMail) => Promise<number>;
  readonly close: () => void;
}

const WAIT_MS = 60_000;

const fieldsOf = ({ messageId, ...mail }: OutgoingMail) => ({
  ...mail,
  headers: { ...mail.headers },
  messageId: `<${messageId}>`,
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** The server's address, or a ProblemError, which never repeats it: it holds a password. */
const readSmtpUrl = (text: string | undefined): string => {
  const url = text ? URL.parse(text) : null;
  if (text && url && /^smtps?:$/.test(url.protocol) && url.hostname !== '') return text;
  throw new ProblemError([
    {
      file: null,
      field: 'SMTP_URL',
      what: text ? 'it is not the address of a mail server' : 'it is not set',
      fix: 'Set it in the environment: smtps://user:password@mail.example:465, or smtp://mail.example:587.',
    },
  ]);
};

/**
 * A mailer for the server of SMTP_URL, with a connection for each message: nodemailer's pool tries some messages again by
 * itself, and every try has to stand in the ledger.
 */
export const openMailer = (smtpUrl: string | undefined): Mailer => {
  const transport = createTransport({
    url: readSmtpUrl(smtpUrl),
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
  });
  return {
    send: async (mail) => {
      const { response } = await transport.sendMail(fieldsOf(mail));
      return Number.parseInt(String(response), 10) || 250;
    },
    close: () => transport.close(),
  };
};

/** A message as a file (.eml) has it: RFC 5322, lines ended by CR and LF. */
export const mailFile = async (mail: OutgoingMail): Promise<Uint8Array> => {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await transport.sendMail(fieldsOf(mail));
  return message as Uint8Array;
};
