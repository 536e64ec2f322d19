import { UsageError } from '../lib/command.ts';

/** The port that a person asked for by `--port` or PORT; null where none was. */
export const askedPort = (
  option: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): number | null => {
  const text = option ?? (env.PORT || undefined);
  if (text === undefined) return null;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    const name = option === undefined ? 'PORT' : '--port';
    throw new UsageError(`${name} is "${text}", which is no port: give a number from 0 to 65535.`);
  }
  return port;
};
