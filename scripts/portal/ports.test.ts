import { expect, it } from 'vitest';
import { askedPort } from './ports.ts';

it.each([
  [undefined, {}, null],
  [undefined, { PORT: '' }, null],
  [undefined, { PORT: '8080' }, 8080],
  ['9000', { PORT: '8080' }, 9000],
])('%s %o', (option, env, port) => {
  expect(askedPort(option, env)).toBe(port);
});

it('names what is no port', () => {
  expect(() => askedPort('http', {})).toThrow(
    '--port is "http", which is no port: give a number from 0 to 65535.',
  );
  expect(() => askedPort(undefined, { PORT: '70000' })).toThrow(
    'PORT is "70000", which is no port: give a number from 0 to 65535.',
  );
});
