import { expect, it } from 'vitest';
import { isLoopback } from './loopback.ts';

it.each([
  ['http://127.0.0.1:4321', true],
  ['http://127.1.2.3/portal', true],
  ['http://[::1]:4321', true],
  ['http://localhost', true],
  ['http://wian.localhost:4321', true],
  ['https://wian.example.go.th', false],
  ['https://localhost.example.go.th', false],
  ['http://10.0.0.1', false],
])('knows whether %s leads to this machine alone: %s', (address, expected) => {
  expect(isLoopback(address)).toBe(expected);
});
