import { expect, it } from 'vitest';
import { formatProblem } from './problem.ts';
import { isSystemRefusal, systemProblem } from './system-error.ts';

const CODES =
  'ENOENT EACCES EPERM EISDIR ENOTDIR ENOSPC EROFS EMFILE EDQUOT EFBIG ELOOP ENAMETOOLONG EBUSY EIO EEXIST EXDEV EPIPE'.split(
    ' ',
  );

it.each(CODES)('says in plain English what %s means, and how to fix it', (code) => {
  const error = { code, syscall: 'open', message: `${code}: as the system says, open 'a.csv'` };
  expect(isSystemRefusal(error)).toBe(true);
  const problem = systemProblem({ ...error, path: 'a.csv' });
  expect(problem).toMatchObject({ file: 'a.csv', why: `The system refused to open it: ${code}.` });
  expect(problem.what).not.toContain('as the system says');
  expect(problem.fix).not.toContain('what the system says');
});

it('reads as a whole', () => {
  const message = "ENOSPC: no space left on device, rename 'a' -> 'b'";
  const full = { code: 'ENOSPC', syscall: 'rename', message, path: 'a.csv', dest: 'b.csv' };
  expect(formatProblem(systemProblem(full))).toBe(
    `a.csv: the disk is full
  why: The system refused to rename it to b.csv: ENOSPC.
  fix: Look with df -h and df -i; free some space there, then run the command again.`,
  );
  const unnamed = { code: 'EISDIR', syscall: 'read', message: 'EISDIR: it is, read', path: null };
  expect(formatProblem(systemProblem(unnamed))).toBe(
    `it is a folder, and a file is needed
  why: The system refused to read (the system does not say which file): EISDIR.
  fix: Move the folder away and put the file in its place, or give the path of a file.`,
  );
});

it('hands on what the system says where it has no words of its own', () => {
  const error = {
    code: 'ESTALE',
    syscall: 'scandir',
    message: "ESTALE: stale file handle, scandir '/a/it''s'",
    path: '/a',
  };
  expect(isSystemRefusal(error)).toBe(true);
  expect(systemProblem(error)).toMatchObject({
    what: 'stale file handle',
    why: 'The system refused to list it: ESTALE.',
  });
});

it.each([
  new TypeError('bug'),
  Object.assign(new Error('no module'), { code: 'ERR_MODULE_NOT_FOUND' }),
  Object.assign(new Error('in use'), { code: 'EADDRINUSE', syscall: 'listen' }),
  null,
  'ENOENT',
])('leaves what is no refusal of the system: %s', (error) => {
  expect(isSystemRefusal(error)).toBe(false);
});
