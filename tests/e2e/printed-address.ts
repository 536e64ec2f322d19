import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';

/** Address on this machine that a server prints once it serves; rejects with all that it printed where it ends before. */
export const printedAddress = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    const lines: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        // The port may stand in colours of its own.
        const plain = stripVTControlCharacters(line);
        const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(plain) ?? [];
        if (address) resolve(address);
      });
    }
    child.once('exit', (code) =>
      reject(new Error(`${child.spawnargs.join(' ')} ended (${code}):\n${lines.join('\n')}`)),
    );
  });
