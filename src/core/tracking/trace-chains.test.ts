import { expect, it } from 'vitest';
import { longChainPath, sharedChainsName, sharedChainsPath } from './trace-chains.ts';

it('finds a short chain among those of its year', () => {
  const name = sharedChainsName('2568/dla-x-wx-0325');
  expect(name).toMatch(/^2568-\d{1,3}$/);
  expect(sharedChainsPath(name)).toBe(`/trace/chains/${name}.json`);
  expect(sharedChainsName('2567/dla-x-wx-0325')).toBe(name.replace('2568', '2567'));
});

it('finds a long chain by itself', () => {
  expect(longChainPath('2568/dla-x-wx-0325')).toBe('/trace/chain/2568/dla-x-wx-0325.json');
});
