import { describe, expect, it } from 'vitest';
import { withNote } from './kept-note.ts';

const PAGE =
  '<body><main class="main wrap" id="main" tabindex="-1"><h1>ก</h1></main><footer></footer></body>';

describe('a page with a note', () => {
  it('says it first in its main part, with the day', () => {
    expect(withNote(PAGE, 'สำเนา <1>', 'เก็บไว้เมื่อ 29 พฤศจิกายน 2569 <')).toContain(
      'tabindex="-1"><p class="kept-note wrap" data-kept-note role="status">สำเนา &lt;1&gt; <b>เก็บไว้เมื่อ 29 พฤศจิกายน 2569 &lt;</b></p><h1>',
    );
  });

  it('says no day where none is known', () => {
    expect(withNote(PAGE, 'x', null)).toContain('role="status">x</p>');
  });

  it('stays as it is where it has no main part', () => {
    expect(withNote('<p>forward</p>', 'x', null)).toBe('<p>forward</p>');
  });

  it('takes a dollar sign for what it is', () => {
    expect(withNote(PAGE, "$& $1 $'", null)).toContain('$&amp; $1 $');
  });
});
