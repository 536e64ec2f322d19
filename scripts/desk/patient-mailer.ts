import type { Mailer, OutgoingMail } from '#store/mail/mailer.ts';

/** How long a page waits for the mail server; a letter that takes longer is sent behind it. */
const PAGE_WAITS_MS = 3000;

/**
 * When a letter that the mail server does not take for now is handed to it again: servers that put off what comes from
 * unknown senders take it after some minutes, and links in letters hold for an hour.
 */
const AGAIN_MS = [60_000, 300_000, 900_000];

/** Whether the server refused for good (5xx), as a mailbox that is not there or a wrong password. */
const isForGood = (error: unknown): boolean =>
  Number((error as { responseCode?: unknown }).responseCode) >= 500;

const minutes = (ms: number): string => (ms === 60_000 ? '1 minute' : `${ms / 60_000} minutes`);

const FIX =
  'See that SMTP_URL is right and its server runs; who asked for the letter can ask again.';

/** A mailer whose letters come without a ledger, such as those that confirm an address. */
export interface PatientMailer {
  /**
   * Resolves when the server has the letter, or after three seconds, or where it has to be tried again: nobody's page
   * waits for a server that is silent. What became of the letter is reported, without its address.
   */
  readonly send: (mail: OutgoingMail) => Promise<void>;
  /** Ends all tries that are still to come. */
  readonly stop: () => void;
}

/** Hands letters to `mailer`, again after one, five and fifteen minutes where it does not take them for now. */
export const patientMailer = (mailer: Mailer, report: (line: string) => void): PatientMailer => {
  const timers = new Set<NodeJS.Timeout>();
  const after = (ms: number, run: () => void): NodeJS.Timeout => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timer.unref();
    timers.add(timer);
    return timer;
  };
  const tryTo = async (mail: OutgoingMail, nth: number): Promise<void> => {
    try {
      await mailer.send(mail);
    } catch (error) {
      const wait = isForGood(error) ? undefined : AGAIN_MS[nth];
      const then = wait === undefined ? 'it is given up' : `it is sent again in ${minutes(wait)}`;
      report(`mail: a letter could not be sent: ${(error as Error).message}; ${then}. ${FIX}`);
      if (wait !== undefined) after(wait, () => void tryTo(mail, nth + 1));
    }
  };
  return {
    send: async (mail) => {
      let late: NodeJS.Timeout | undefined;
      const waited = new Promise<void>((resolve) => {
        late = after(PAGE_WAITS_MS, resolve);
      });
      await Promise.race([tryTo(mail, 0), waited]);
      clearTimeout(late);
      timers.delete(late as NodeJS.Timeout);
    },
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
};
