// `node --import` loads it before a command, to stop that at its nth operation that changes files: to kill it there
// (SIGKILL, in the middle of a write), or to let the disk be full from there on. Plain JavaScript, as it is loaded first.
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { sep } from 'node:path';

const { WIAN_FAULT_AT = '0', WIAN_FAULT_KIND = 'count', WIAN_FAULT_COUNT } = process.env;
const at = Number(WIAN_FAULT_AT);
const own = { writeFileSync: fs.writeFileSync, writeSync: fs.writeSync };
const inside = `${process.cwd()}${sep}`;
let count = 0;

/** Whether an operation is on a file of the project: by its path, or on a file that is open. */
const isOwn = (target) =>
  typeof target === 'number' ? target > 2 : String(target).startsWith(inside);

const full = (syscall) =>
  Object.assign(new Error(`ENOSPC: no space left on device, ${syscall}`), {
    code: 'ENOSPC',
    errno: -28,
    syscall,
  });

const writeHalf = (target, content) => {
  const bytes = Buffer.from(content);
  own.writeFileSync(target, bytes.subarray(0, bytes.length >> 1));
};

/** Counts an operation; where it is the one, kills the process or throws what a full disk answers. */
const meet = (name, [target, content], needsSpace) => {
  if (!isOwn(target)) return;
  count++;
  if (WIAN_FAULT_KIND === 'kill' && count === at) {
    if (/^writeFile/.test(name)) writeHalf(target, content);
    process.kill(process.pid, 'SIGKILL');
    // The signal arrives while the process still runs.
    for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  }
  if (WIAN_FAULT_KIND === 'full' && count >= at && needsSpace) {
    if (/^writeFile/.test(name)) writeHalf(target, content);
    throw full(/^write/.test(name) ? 'write' : name.replace(/Sync$/, ''));
  }
};

const WRITING_FLAGS = /[wa+]/;
const NEED_SPACE = /^(?:write|open|mkdir|copyFile|append)/;
const NAMES =
  'open writeFile write appendFile rename mkdir rm rmdir unlink link copyFile fsync'.split(' ');

const wrap = (module, name) => {
  const original = module[name];
  if (typeof original !== 'function') return;
  module[name] = (...args) => {
    const reads = /^open/.test(name) && !WRITING_FLAGS.test(String(args[1] ?? 'r'));
    if (!reads) meet(name, args, NEED_SPACE.test(name));
    return original(...args);
  };
};

for (const name of NAMES) {
  wrap(fs, `${name}Sync`);
  wrap(promises, name);
}
syncBuiltinESMExports();

if (WIAN_FAULT_COUNT)
  process.once('exit', () => own.writeFileSync(WIAN_FAULT_COUNT, String(count)));
