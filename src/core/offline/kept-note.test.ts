import { describe, expect, it } from 'vitest';
import { dayOfPage, withNote } from './kept-note.ts';

const PAGE =
  '<body><main class="main wrap" id="main" tabindex="-1"><h1>ก</h1></main><footer><p class="small" data-page-day>ข้อมูล ณ 29 พฤศจิกายน 2569</p></footer></body>';

describe('a page with a note', () => {
  it('says it first in its main part, with the day of the page', () => {
    expect(withNote(PAGE, 'สำเนา <1>', true)).toContain(
      'tabindex="-1"><p class="kept-note wrap" data-kept-note role="status">สำเนา &lt;1&gt; <b>ข้อมูล ณ 29 พฤศจิกายน 2569</b></p><h1>',
    );
  });

  it('says no day where none is asked for, or none is there', () => {
    expect(withNote(PAGE, 'x', false)).toContain('role="status">x</p>');
    expect(withNote('<main></main>', 'x', true)).toContain('role="status">x</p>');
    expect(dayOfPage('<main></main>')).toBeNull();
  });

  it('stays as it is where it has no main part', () => {
    expect(withNote('<p>forward</p>', 'x', true)).toBe('<p>forward</p>');
  });

  it('takes a dollar sign for what it is', () => {
    expect(withNote(PAGE, "$& $1 $'", false)).toContain('$&amp; $1 $');
  });
});
