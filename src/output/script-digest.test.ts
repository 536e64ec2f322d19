import { expect, it } from 'vitest';
import { scriptDigest } from './script-digest.ts';

it('names a script as CSP 3 does in its example', () => {
  expect(scriptDigest("alert('Hello, world.');")).toBe(
    "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='",
  );
});
