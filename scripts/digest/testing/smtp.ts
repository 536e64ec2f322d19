import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail server on this machine for tests. */
export interface TestSmtp {
  readonly port: number;
  /** Messages that it has, in order. */
  received: { readonly to: string; readonly text: string }[];
  /** What it answers to an address, in turn; 0 breaks the connection once it has the message. */
  answers: Map<string, number[]>;
  /** Called with the number of messages once it has one, before it says so. */
  onMessage: (count: number) => void;
  readonly close: () => Promise<void>;
}

const refusal = (code: number): Error =>
  Object.assign(new Error('not taken'), { responseCode: code });

/** Starts the server on a free port of the loopback interface. */
export const startSmtp = async (): Promise<TestSmtp> => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) => {
      const [code] = smtp.answers.get(address) ?? [];
      if (code !== undefined && code > 0) {
        smtp.answers.get(address)?.shift();
        done(refusal(code));
      } else done();
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        smtp.received.push({ to, text: Buffer.concat(parts).toString() });
        smtp.onMessage(smtp.received.length);
        if (smtp.answers.get(to)?.shift() !== 0) done();
        else for (const connection of server.connections) connection.close();
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const smtp: TestSmtp = {
    port: (server.server.address() as AddressInfo).port,
    received: [],
    answers: new Map(),
    onMessage: () => {},
    close: () => new Promise((done) => server.close(done)),
  };
  return smtp;
};
