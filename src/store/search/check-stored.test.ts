import { describe, expect, it } from 'vitest';
import { Lexicon } from '#core/search/lexicon.ts';
import type { StoredPage } from '#core/search/stored-page.ts';
import { checkStored } from './check-stored.ts';

const lexicon = new Lexicon({ words: ['รหัส', 'ผ่าน', 'ใหม่'], costs: [40, 40, 40] });
const page: StoredPage = {
  url: '/faq/otp/',
  title: '',
  text: 'รหัสผ่านใหม่',
  sections: [],
  meta: {},
  tokens: 3,
};
const bytes = (text: string) => Buffer.from(JSON.stringify({ ...page, text }));

describe('checkStored', () => {
  it('passes a page that reads back as it was indexed', () => {
    expect(() => checkStored(page, bytes(page.text), lexicon)).not.toThrow();
  });

  it('stops at a page with another number of words, and at one with other words', () => {
    expect(() => checkStored(page, bytes('รหัสผ่าน'), lexicon)).toThrow(
      'the index has 3 words of this page, its stored text has 2',
    );
    expect(() => checkStored(page, bytes('รหัสใหม่ผ่าน'), lexicon, { count: false })).toThrow(
      'not the text that was indexed',
    );
  });

  it('stops where page and index were not cut alike', () => {
    expect(() => checkStored({ ...page, tokens: 4 }, bytes(page.text), lexicon)).toThrow(
      'the index has 4 words',
    );
  });
});
