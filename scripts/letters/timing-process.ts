import { readerOf } from './reader.ts';

/** What the measuring process asks of this one: to read a text, and to answer with the milliseconds that it took. */
export interface TimingRequest {
  readonly text: string;
}

// A reader is timed in a process of its own, which holds nothing but that reader and the text.
const reader = await readerOf(process.argv[2] as string, 'timed');

const timeOf = (text: string): number => {
  globalThis.gc?.();
  const before = process.cpuUsage();
  const reading = reader.read(text);
  if (!('refusal' in reading)) reader.join(reading.letters);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

process.on('message', ({ text }: TimingRequest) => process.send?.(timeOf(text)));
