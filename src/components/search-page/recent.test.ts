import { beforeEach, describe, expect, it } from 'vitest';
import { addRecent, forgetRecent, readRecent } from './recent.ts';

let kept: Map<string, string>;
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};
beforeEach(() => {
  kept = new Map();
});

describe('recent searches', () => {
  it('keep the newest six, each once', () => {
    for (const text of ['a', 'b', 'c', 'd', 'e', 'f', 'g', ' c ', '']) addRecent(storage, text);
    expect(readRecent(storage)).toEqual(['c', 'g', 'f', 'e', 'd', 'b']);
    forgetRecent(storage);
    expect(readRecent(storage)).toEqual([]);
  });

  it('are none where the browser gives back nonsense or keeps nothing', () => {
    storage.setItem('wian-recent-searches', '{"a"');
    expect(readRecent(storage)).toEqual([]);
    const locked = {
      getItem: () => null,
      setItem: () => {
        throw new Error('locked');
      },
    };
    expect(() => addRecent(locked, 'a')).not.toThrow();
  });
});
