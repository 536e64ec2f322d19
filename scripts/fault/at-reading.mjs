// `node --import` loads it before a command, to change a file in front of its nth reading: between listing, looking at and
// reading it, where an editor or a synchronizing program may be at work. Plain JavaScript, as it is loaded first.
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { dirname } from 'node:path';

const {
  WIAN_CHANGE_FILE = '',
  WIAN_CHANGE_AT = '0',
  WIAN_CHANGE_KIND,
  WIAN_CHANGE_COUNT,
} = process.env;
const at = Number(WIAN_CHANGE_AT);
const own = { ...fs };
const handles = new Set();
let count = 0;
/** Code of the error that the system gives for the file from then on. */
let refusal = null;

/** Programs write a new version aside and put it in the place of the old one. */
const replaceBy = (bytes) => {
  own.writeFileSync(`${WIAN_CHANGE_FILE}~`, bytes);
  own.renameSync(`${WIAN_CHANGE_FILE}~`, WIAN_CHANGE_FILE);
};

const CHANGES = {
  removed: () => own.rmSync(WIAN_CHANGE_FILE),
  cut: () => own.truncateSync(WIAN_CHANGE_FILE, own.statSync(WIAN_CHANGE_FILE).size >> 1),
  emptied: () => own.truncateSync(WIAN_CHANGE_FILE, 0),
  replaced: () => {
    const bytes = own.readFileSync(WIAN_CHANGE_FILE);
    replaceBy(bytes.subarray(0, bytes.length - (bytes.length >> 2)));
  },
  'a folder': () => {
    own.rmSync(WIAN_CHANGE_FILE);
    own.mkdirSync(WIAN_CHANGE_FILE);
  },
  'a link': () => {
    own.renameSync(WIAN_CHANGE_FILE, `${WIAN_CHANGE_FILE}~`);
    own.symlinkSync(`${WIAN_CHANGE_FILE}~`, WIAN_CHANGE_FILE);
  },
  unreadable: () => {
    refusal = 'EACCES';
  },
  'a damaged disk': () => {
    refusal = 'EIO';
  },
  'its folder is removed': () => own.rmSync(dirname(WIAN_CHANGE_FILE), { recursive: true }),
};

const pathOf = (target) => (target instanceof URL ? target.pathname : String(target));
const isMeant = (target) =>
  typeof target === 'number'
    ? handles.has(target)
    : [WIAN_CHANGE_FILE, dirname(WIAN_CHANGE_FILE)].includes(pathOf(target));

const isRefused = (name, target) => {
  if (refusal === null || target === dirname(WIAN_CHANGE_FILE)) return false;
  // Who has a file open already is not asked for rights again.
  const names = refusal === 'EACCES' && typeof target === 'number' ? [] : ['read', 'readFile'];
  return [...names, ...(refusal === 'EACCES' ? ['open', 'access'] : [])].includes(name);
};

/** Counts a reading of the file; where it is the one, changes the file first. */
const meet = (name, target) => {
  if (!isMeant(target)) return;
  count++;
  if (count === at) CHANGES[WIAN_CHANGE_KIND]();
  if (!isRefused(name, target)) return;
  const message = `${refusal}: refused, ${name}${typeof target === 'number' ? '' : ` '${pathOf(target)}'`}`;
  const path = typeof target === 'number' ? {} : { path: pathOf(target) };
  throw Object.assign(new Error(message), { code: refusal, syscall: name, ...path });
};

const remember = (target, handle) => {
  if (pathOf(target) === WIAN_CHANGE_FILE) handles.add(handle);
};

const READINGS = 'access exists stat lstat fstat readdir open read readFile realpath'.split(' ');

const wrapNow = (name) => {
  const original = fs[name];
  fs[name] = Object.assign((...args) => {
    meet(name.replace('Sync', ''), args[0]);
    const result = original(...args);
    if (name === 'openSync') remember(args[0], result);
    return result;
  }, original);
};

/** Those with a callback, which streams use. */
const wrapLater = (name) => {
  const original = fs[name];
  fs[name] = (...args) => {
    try {
      meet(name, args[0]);
    } catch (error) {
      process.nextTick(args.at(-1), error);
      return;
    }
    if (name !== 'open') return original(...args);
    const done = args.pop();
    return original(...args, (error, handle) => {
      if (!error) remember(args[0], handle);
      done(error, handle);
    });
  };
};

const wrapHandle = (handle) => {
  for (const name of ['read', 'readFile', 'stat']) {
    const original = handle[name].bind(handle);
    handle[name] = async (...args) => {
      meet(name, handle.fd);
      return original(...args);
    };
  }
  const close = handle.close.bind(handle);
  handle.close = () => {
    // The next file that is opened may get its number.
    handles.delete(handle.fd);
    return close();
  };
  return handle;
};

const wrapPromise = (name) => {
  const original = promises[name];
  promises[name] = async (...args) => {
    meet(name, args[0]);
    const result = await original(...args);
    if (name !== 'open' || pathOf(args[0]) !== WIAN_CHANGE_FILE) return result;
    handles.add(result.fd);
    return wrapHandle(result);
  };
};

for (const name of READINGS) {
  if (fs[`${name}Sync`]) wrapNow(`${name}Sync`);
  if (promises[name]) wrapPromise(name);
}
for (const name of ['open', 'read', 'fstat']) wrapLater(name);
const { close, closeSync } = fs;
fs.closeSync = (handle) => {
  handles.delete(handle);
  closeSync(handle);
};
fs.close = (handle, done) => {
  handles.delete(handle);
  close(handle, done);
};
syncBuiltinESMExports();

if (WIAN_CHANGE_COUNT)
  process.once('exit', () => own.writeFileSync(WIAN_CHANGE_COUNT, String(count)));
