import { setTimeout as later } from 'node:timers/promises';
import type { Client } from '../desk/load.ts';

/** An officer who is signed in, and the register that they send. */
export interface Sender {
  readonly office: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly csv: string;
}

/** When a register was sent, and when its page said that it was taken over; milliseconds by performance.now(). */
export interface Sent {
  readonly sentAt: number;
  readonly doneAt: number;
  /** Movements that the page says were recorded. */
  readonly recorded: number;
}

const LOOK_MS = 1000;
/** What the page of a register says while it is being read. */
const IS_RUNNING = /<meta http-equiv="refresh"/;
const RECORDED = /class="desk-message desk-done"[^>]*>[^<]*?(\d[\d,]*)/;

const finished = async (client: Client, path: string, { headers }: Sender): Promise<string> => {
  for (;;) {
    const { status, body } = await client.ask({ path, headers });
    if (status !== 200) throw new Error(`${path} answered ${status}: ${body.slice(0, 500)}`);
    if (!IS_RUNNING.test(body)) return body;
    await later(LOOK_MS);
  }
};

/** Sends a register as the page's own script does, waits until it was read, and presses the button that takes it over. */
export const sendRegister = async (
  client: Client,
  { origin, base }: { readonly origin: string; readonly base: string },
  sender: Sender,
): Promise<Sent> => {
  const sentAt = performance.now();
  const { office, headers, csv } = sender;
  const asked = new URLSearchParams({ office, kind: 'received', name: `${office}.csv` });
  const answered = await fetch(`${origin}${base}/desk/registers/upload/?${asked}`, {
    method: 'POST',
    headers: { ...headers, origin, 'content-type': 'text/csv' },
    body: csv,
  });
  const { to: path, text } = (await answered.json()) as { to?: string; text?: string };
  if (path === undefined) throw new Error(`${office}: ${answered.status} ${text}`);
  await finished(client, path, sender);
  const { status } = await client.ask({ path, headers, form: { do: 'apply' } });
  if (status !== 303) throw new Error(`${path} answered ${status} to the button`);
  const page = await finished(client, path, sender);
  const [, recorded] = RECORDED.exec(page) ?? [];
  if (recorded === undefined) throw new Error(`${path} does not say what was recorded: ${page}`);
  return { sentAt, doneAt: performance.now(), recorded: Number(recorded.replaceAll(',', '')) };
};
