import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';

/** How a command ended, and what it wrote. */
export interface Ended {
  readonly status: number | string | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs scripts as commands, each with one argument, one behind the other in this process, as most of what starting one
 * costs is reading the modules that all of them have in common. Prints `{ [script]: Ended }` as JSON.
 * `node commands-in-turn.ts ARGUMENT SCRIPT...`
 */
const [node = '', , argument = '', ...scripts] = process.argv;

// Each command listens to the streams of its process; some forty at once are no leak.
EventEmitter.defaultMaxListeners = 0;

const { stdout, stderr } = process;
const write = stdout.write.bind(stdout);
const ended: Record<string, Ended> = {};
for (const script of scripts) {
  const texts = { stdout: '', stderr: '' };
  stdout.write = (text: string | Uint8Array) => {
    texts.stdout += text;
    return true;
  };
  stderr.write = (text: string | Uint8Array) => {
    texts.stderr += text;
    return true;
  };
  process.argv = [node, script, argument];
  process.exitCode = undefined;
  await import(pathToFileURL(script).href);
  ended[script] = { status: process.exitCode, ...texts };
}
process.exitCode = 0;
write(JSON.stringify(ended));
