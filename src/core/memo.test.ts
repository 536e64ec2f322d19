import { describe, expect, it } from 'vitest';
import {
  memoizeByName,
  memoizeEach,
  memoizeLast,
  memoizeLastList,
  memoizeUntilChange,
} from './memo.ts';

const failsOnce = () => {
  let tries = 0;
  return () => {
    tries++;
    if (tries === 1) throw new Error('once');
    return tries;
  };
};

describe('memoizeLast', () => {
  const counted = () => {
    const asked: unknown[] = [];
    const ask = memoizeLast((key: unknown) => {
      asked.push(key);
      return [key];
    });
    return { asked, ask };
  };

  it('computes once for one key after the other', () => {
    const { asked, ask } = counted();
    expect(ask('a')).toBe(ask('a'));
    expect(ask('b')).toEqual(['b']);
    expect(asked).toEqual(['a', 'b']);
  });

  it('remembers no more than one', () => {
    const { asked, ask } = counted();
    for (const key of ['a', 'b', 'a']) expect(ask(key)).toEqual([key]);
    expect(asked).toEqual(['a', 'b', 'a']);
  });

  it('takes undefined for a key as any other', () => {
    const { asked, ask } = counted();
    expect(ask(undefined)).toBe(ask(undefined));
    expect(asked).toEqual([undefined]);
  });

  it('tries again after a failure', () => {
    const ask = memoizeLast(failsOnce());
    expect(() => ask('a')).toThrow('once');
    expect(ask('a')).toBe(2);
  });
});

describe('memoizeEach', () => {
  it('computes once for each object, whatever comes between', () => {
    const asked: object[] = [];
    const ask = memoizeEach((key: object) => {
      asked.push(key);
      return asked.length;
    });
    const [a, b] = [{}, {}];
    expect([a, b, a, b].map(ask)).toEqual([1, 2, 1, 2]);
    expect(asked).toEqual([a, b]);
  });

  it('remembers that there is nothing', () => {
    let tries = 0;
    const ask = memoizeEach((_: object) => {
      tries++;
    });
    const key = {};
    ask(key);
    ask(key);
    expect(tries).toBe(1);
  });

  it('tries again after a failure', () => {
    const ask = memoizeEach<object, number>(failsOnce());
    const key = {};
    expect(() => ask(key)).toThrow('once');
    expect(ask(key)).toBe(2);
  });
});

describe('memoizeByName', () => {
  it('computes once for each name, by the first computation of that name', () => {
    const remember = memoizeByName();
    const asked: string[] = [];
    const ask = (name: string) =>
      remember(name, () => {
        asked.push(name);
        return undefined;
      });
    for (const name of ['a', 'b', 'a', 'b']) ask(name);
    expect(asked).toEqual(['a', 'b']);
    expect(remember('c', () => 1)).toBe(1);
    expect(remember('c', () => 2)).toBe(1);
  });

  it('tries again after a failure', () => {
    const remember = memoizeByName();
    const compute = failsOnce();
    expect(() => remember('a', compute)).toThrow('once');
    expect(remember('a', compute)).toBe(2);
  });
});

describe('memoizeUntilChange', () => {
  it('computes each name once between two changes', () => {
    let state = 0;
    let computed = 0;
    const remember = memoizeUntilChange(() => state);
    const ask = (name: string) => remember(name, () => `${name} ${++computed}`);
    expect([ask('a'), ask('b'), ask('a')]).toEqual(['a 1', 'b 2', 'a 1']);
    state = 1;
    expect([ask('a'), ask('a'), ask('b')]).toEqual(['a 3', 'a 3', 'b 4']);
  });

  it('does not take what was begun before a change for what holds behind it', async () => {
    let state = 0;
    const remember = memoizeUntilChange(() => state);
    const slow = remember('a', async () => 'old');
    state = 1;
    expect(await remember('a', async () => 'new')).toBe('new');
    expect(await slow).toBe('old');
    expect(await remember('a', async () => 'newest')).toBe('new');
  });
});

describe('memoizeLastList', () => {
  const [a, b] = [{ n: 1 }, { n: 2 }];
  const counted = () => {
    let asked = 0;
    return memoizeLastList((items: readonly { readonly n: number }[]) => {
      asked += 1;
      return `${asked}: ${items.map(({ n }) => n).join(' ')}`;
    });
  };

  it('gives the same for another list of the same objects', () => {
    const compute = counted();
    expect([compute([a, b]), compute([a, b])]).toEqual(['1: 1 2', '1: 1 2']);
  });

  it.each([
    ['another order', [b, a], '2: 2 1'],
    ['one less', [a], '2: 1'],
    ['one more', [a, b, a], '2: 1 2 1'],
    ['an equal object', [a, { n: 2 }], '2: 1 2'],
    ['none', [], '2: '],
  ])('computes anew for %s', (_, items, expected) => {
    const compute = counted();
    compute([a, b]);
    expect(compute(items)).toBe(expected);
  });
});
