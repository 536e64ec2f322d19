import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#i18n/languages.ts';
import { type DigestPage, digestOf } from './digest.ts';
import { hasNews, mailOf, type Unsubscribe } from './mail.ts';
import { viewDigest } from './view.ts';

const page = (given: Partial<DigestPage>): DigestPage => ({
  path: '/circulars/2569/a/',
  title: 'ปิดระบบ <b>ชั่วคราว</b> & "ใหม่"',
  summary: 'ระบบปิดสองวัน </li><script>',
  sample: false,
  published: '2026-11-24',
  changes: [{ date: '2026-11-25', note: 'แก้วันที่', major: true }],
  ...given,
});
const WEEK = { from: '2026-11-23', to: '2026-11-29' };
const address = (path: string): string => `https://wian.example${path}`;
const viewOf = (pages: readonly DigestPage[], language: 'th' | 'en' = 'th') =>
  viewDigest(digestOf(pages, [], WEEK), LANGUAGES[language]);
const way: Unsubscribe = {
  https: 'https://desk.example/unsubscribe?a=1&token=t0',
  mailbox: 'wian@office.example',
  token: 't0',
};
const make = (language: 'th' | 'en' = 'th', unsubscribe = way) =>
  mailOf(
    viewOf(
      [page({}), page({ path: '/faq/b/', title: 'คำถาม', sample: true, changes: [] })],
      language,
    ),
    address,
    language,
    unsubscribe,
    LANGUAGES[language].follow.digest.mail,
  );

const spaceless = (text: string): string => text.replace(/[\s•:]/g, '');

describe.each(['th', 'en'] as const)('a message in %s', (language) => {
  const mail = make(language);

  it('says the same as text and as HTML', () => {
    const tree = fromHtml(mail.html);
    const links = [...mail.html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    );
    const withoutLinks = links.reduce((text, link) => text.replaceAll(link, ''), mail.text);
    expect(spaceless(toText(tree))).toBe(spaceless(withoutLinks));
    for (const link of links) expect(mail.text).toContain(link);
  });

  it('has markup of its own only, and asks no other host for anything', () => {
    expect(mail.html).not.toMatch(/<script|<b>|<img|<link|<style|url\(|src=/i);
    expect(mail.html).toContain('content="light dark"');
    expect(mail.html).not.toMatch(/(?:^|[^-])color:|background/);
  });
});

describe('the headers', () => {
  it('offer one press where there is an https address', () => {
    expect(make().headers).toEqual({
      'List-Unsubscribe':
        '<https://desk.example/unsubscribe?a=1&token=t0>, <mailto:wian@office.example?subject=unsubscribe%20t0>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
      Precedence: 'bulk',
    });
  });

  it('offer a mailbox alone where there is none', () => {
    const { headers, text } = make('th', { ...way, https: null });
    expect(headers['List-Unsubscribe']).toBe(
      '<mailto:wian@office.example?subject=unsubscribe%20t0>',
    );
    expect(headers).not.toHaveProperty('List-Unsubscribe-Post');
    expect(text).toContain('mailto:wian@office.example?subject=unsubscribe%20t0');
  });
});

it('has nothing to send of a period in which nothing happened', () => {
  expect(hasNews(viewOf([page({})]))).toBe(true);
  expect(hasNews(viewOf([]))).toBe(false);
});
