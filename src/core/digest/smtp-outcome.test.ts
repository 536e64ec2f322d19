import { expect, it } from 'vitest';
import { smtpOutcome } from './smtp-outcome.ts';

it.each([
  [
    'a mailbox that is not there',
    { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 },
    'refused',
  ],
  [
    'a mailbox that is full',
    { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 452 },
    'deferred',
  ],
  ['greylisting', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451 }, 'deferred'],
  [
    'a message that is refused',
    { code: 'EMESSAGE', command: 'DATA', responseCode: 554 },
    'refused',
  ],
  [
    'a message that is put off',
    { code: 'EMESSAGE', command: 'DATA', responseCode: 451 },
    'deferred',
  ],
  [
    'a sender that is refused',
    { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 },
    'stop',
  ],
  ['a wrong password', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, 'stop'],
  ['a server that is busy', { code: 'EPROTOCOL', command: 'CONN', responseCode: 421 }, 'busy'],
  ['a server that refuses us', { code: 'EPROTOCOL', command: 'CONN', responseCode: 554 }, 'stop'],
  ['no server', { code: 'ESOCKET', command: 'CONN', syscall: 'connect' }, 'busy'],
  ['no name', { code: 'EDNS', command: 'CONN', syscall: 'getaddrinfo' }, 'busy'],
  ['a connection that broke', { code: 'ECONNECTION', command: 'CONN' }, 'unknown'],
  ['no answer in time', { code: 'ETIMEDOUT', command: 'CONN' }, 'unknown'],
  ['a broken socket', { code: 'ESOCKET', command: 'CONN', syscall: 'read' }, 'unknown'],
  ['anything else', {}, 'unknown'],
])('of %s', (_, failure, outcome) => {
  expect(smtpOutcome(failure)).toBe(outcome);
});
