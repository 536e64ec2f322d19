/** What an SMTP client says of a message that was not accepted, as far as it says it. */
export interface SmtpFailure {
  /** Code of the client or the system: `EAUTH`, `ECONNECTION`. */
  readonly code?: unknown;
  /** Command that failed: `CONN`, `MAIL FROM`, `RCPT TO`, `DATA`. */
  readonly command?: unknown;
  /** Code of the server's answer. */
  readonly responseCode?: unknown;
  /** What the system could not do: `connect`. */
  readonly syscall?: unknown;
}

/**
 * `refused`: for good, for this address. `deferred`: not now, for this address. `busy`: the server cannot be reached, or not
 * now, and nothing was handed to it. `stop`: the server refuses whatever we send. `unknown`: the message may have been
 * accepted, as the connection broke without an answer.
 */
export type SmtpOutcome = 'refused' | 'deferred' | 'busy' | 'stop' | 'unknown';

const BEFORE_RECIPIENT = /^(?:CONN|EHLO|HELO|LHLO|STARTTLS|AUTH|MAIL FROM|API)/;
/** Faults that can only come before a message is handed over. */
const BEFORE_MESSAGE = new Set(['EDNS', 'ETLS', 'EENVELOPE', 'ECONNREFUSED', 'ENOTFOUND']);

/** What became of a message, from how sending it failed. Only an answer, or a fault before the message, is certain. */
export const smtpOutcome = ({ code, command, responseCode, syscall }: SmtpFailure): SmtpOutcome => {
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2') return 'stop';
  const isEarly = BEFORE_RECIPIENT.test(String(command ?? ''));
  if (typeof responseCode === 'number' && responseCode >= 400) {
    if (isEarly) return responseCode < 500 ? 'busy' : 'stop';
    return responseCode < 500 ? 'deferred' : 'refused';
  }
  if (syscall === 'connect' || syscall === 'getaddrinfo') return 'busy';
  if (typeof code === 'string' && BEFORE_MESSAGE.has(code)) {
    return code === 'EENVELOPE' ? 'refused' : 'busy';
  }
  return 'unknown';
};
