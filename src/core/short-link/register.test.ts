import { describe, expect, it } from 'vitest';
import { formatProblem } from '#core/problem.ts';
import {
  planShortCodes,
  type RegisterEvidence,
  type RegisteredCode,
  shortCodeProblems,
} from './register.ts';

const CIRCULARS = ['2567/dla-0808-4-w2007-0917', '2568/dla-x-wx-0325', '2558/moi-x-wx-0819'];
const register = planShortCodes([], CIRCULARS, '2026-11-21');
const evidence: RegisterEvidence = {
  circulars: CIRCULARS,
  permanentIds: CIRCULARS,
  moved: new Set(),
  drafts: new Set(),
  committed: register,
};
const problemsOf = (rows: readonly RegisteredCode[], against: Partial<RegisterEvidence> = {}) =>
  shortCodeProblems(rows, { ...evidence, ...against })
    .map(formatProblem)
    .join('\n');
const changed = (index: number, change: Partial<RegisteredCode>) =>
  register.map((row, at) => (at === index ? { ...row, ...change } : row));

describe('planShortCodes', () => {
  it('adds what is missing and leaves the rest alone', () => {
    expect(planShortCodes(register, [...CIRCULARS, '2569/new'], '2026-12-01')).toEqual([
      { circular: '2569/new', code: expect.any(String), minted: '2026-12-01' },
    ]);
    expect(planShortCodes(register, CIRCULARS, '2026-12-01')).toEqual([]);
  });

  it('gives two circulars two codes even where their first choice is the same', () => {
    const [first] = register as [RegisteredCode];
    const elsewhere = { ...first, circular: '2500/another' };
    const [added] = planShortCodes([elsewhere], [first.circular], '2026-12-01');
    expect(added?.code).not.toBe(first.code);
  });
});

describe('shortCodeProblems', () => {
  it('finds nothing wrong with a register that is whole', () => {
    expect(problemsOf(register)).toBe('');
    expect(problemsOf(register, { committed: null })).toBe('');
  });

  it('tells a code that vanished', () => {
    expect(problemsOf(register.slice(1))).toMatchInlineSnapshot(`
      "content/circulars/short-codes.csv: The row "2567/dla-0808-4-w2007-0917,6NJ8FY" has vanished; an earlier version of the file has it.
        why: Codes are printed on paper, where nobody can change them.
        fix: Put it back. A circular that moved is listed in content/moved-addresses.csv."
    `);
  });

  it('tells a code that vanished where there is no history', () => {
    expect(problemsOf(register.slice(1), { committed: null })).toMatchInlineSnapshot(`
      "content/circulars/short-codes.csv: 2567/dla-0808-4-w2007-0917 has no short code.
        why: The QR codes of a circular lead to its short address.
        fix: Run "npm run qr -- --register", and commit the file."
    `);
  });

  it('asks no code of a draft, but keeps one that it has', () => {
    const [{ circular }] = register as [RegisteredCode];
    const drafts = new Set([circular]);
    expect(problemsOf(register.slice(1), { committed: null, drafts })).toBe('');
    expect(problemsOf(register, { drafts })).toBe('');
    expect(problemsOf(register.slice(1), { drafts })).toMatch(/has vanished/);
  });

  it('tells a code that vanished together with its circular', () => {
    const circulars = CIRCULARS.slice(1);
    expect(problemsOf(register.slice(1), { circulars, committed: null })).toMatch(
      /has no short code/,
    );
  });

  it('tells a code of which a character was changed', () => {
    expect(problemsOf(changed(0, { code: '7NJ8FY' }), { committed: null })).toMatchInlineSnapshot(`
      "content/circulars/short-codes.csv:2 code: "7NJ8FY" is not a short code: its check character is wrong.
        why: Codes are printed on paper, where nobody can change them.
        fix: Put the row back as it was."
    `);
  });

  it('tells a code that was changed into another', () => {
    const { code } = register[1] as RegisteredCode;
    expect(problemsOf([{ ...(register[0] as RegisteredCode), code }], { committed: null })).toMatch(
      /is not the code that is minted/,
    );
  });

  it('tells a circular that was put in the place of another', () => {
    expect(problemsOf(changed(0, { circular: '2567/another' }))).toMatchInlineSnapshot(`
      "content/circulars/short-codes.csv:2 code: 6NJ8FY is not the code that is minted for 2567/another: one of the two was changed.
        why: Codes are printed on paper, where nobody can change them.
        fix: Put the row back as it was. The code of this circular is 2WXFHK.
      content/circulars/short-codes.csv: The row "2567/dla-0808-4-w2007-0917,6NJ8FY" has vanished; an earlier version of the file has it.
        why: Codes are printed on paper, where nobody can change them.
        fix: Put it back. A circular that moved is listed in content/moved-addresses.csv.
      content/circulars/short-codes.csv:2: 6NJ8FY leads nowhere: there is no circular 2567/another.
        why: Codes are printed on paper, where nobody can change them.
        fix: Put the circular back, or say in content/moved-addresses.csv where it went."
    `);
  });

  it('tells a code that two circulars have', () => {
    const { code } = register[0] as RegisteredCode;
    expect(problemsOf([...register, { circular: '2569/new', code, minted: '2026-12-01' }])).toMatch(
      `${code} is the code of two circulars (the other is on line 2).`,
    );
  });

  it('tells a circular that has two codes', () => {
    const again = { ...(register[0] as RegisteredCode), code: '3CDFHX' };
    const valid = planShortCodes([], ['2500/x'], '2026-12-01')[0] as RegisteredCode;
    expect(problemsOf([...register, { ...again, code: valid.code }])).toMatch(/has two codes/);
  });

  it('takes a circular that moved for what it is', () => {
    const circulars = CIRCULARS.slice(1);
    expect(problemsOf(register, { circulars })).toMatch(/leads nowhere: there is no circular 2567/);
    expect(problemsOf(register, { circulars, moved: new Set([CIRCULARS[0] as string]) })).toBe('');
  });
});
