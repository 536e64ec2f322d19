import { getSystemErrorMap } from 'node:util';
import type { SystemRefusal } from '#core/system-error.ts';

/** What Rust adds to a refusal of the system; on Windows the numbers are other ones. */
const OS_ERROR = /\(os error (\d{1,3})\)/;

/** The first line of what the bundler (Rolldown) says that it was doing: `Failed to write file in PATH`. */
const FAILED = /Failed to (\w+)\b[^\n]*? (?:in|to|at|from) ([^\n]+)/;

/**
 * What the system refused to a library in native code, which hands it on as text alone; null where the text names none.
 * The bundler of Astro (Vite with Rolldown) takes a full disk for a fault of its own.
 */
export const nativeRefusal = (error: object): SystemRefusal | null => {
  const { message } = error as { message?: unknown };
  if (typeof message !== 'string' || process.platform === 'win32') return null;
  const found = OS_ERROR.exec(message);
  const code = found && getSystemErrorMap().get(-Number(found[1]))?.[0];
  if (!code) return null;
  const [, verb = 'write', path = null] = FAILED.exec(message) ?? [];
  return { code, syscall: verb, message, path };
};
