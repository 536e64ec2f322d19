import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A letter as it lies in the outbox, as text: quoted-printable or base64, whichever is shorter. */
const readLetter = (text: string) => {
  const [head = '', ...parts] = text.split('\r\n\r\n');
  const body = parts.join('\r\n\r\n');
  const said = /^content-transfer-encoding: base64/im.test(head)
    ? Buffer.from(body, 'base64').toString('utf8')
    : Buffer.from(
        body
          .replaceAll('=\r\n', '')
          .replaceAll(/=([0-9A-F]{2})/g, (_, byte) =>
            String.fromCharCode(Number.parseInt(byte, 16)),
          ),
        'latin1',
      ).toString('utf8');
  return {
    to: /^To: (.*)$/m.exec(head)?.[1]?.trim() ?? '',
    link: /http\S+/.exec(said)?.[0] ?? '',
    head: head.replaceAll(/\r\n[ \t]+/g, ' '),
    text: said,
  };
};

export type Letter = ReturnType<typeof readLetter>;

/** The letters in a folder, oldest first. */
export const lettersIn = (outbox: string): Letter[] =>
  existsSync(outbox)
    ? readdirSync(outbox)
        .filter((name) => name.endsWith('.eml') && !name.startsWith('.'))
        .sort()
        .map((name) => readLetter(readFileSync(join(outbox, name), 'utf8')))
    : [];
