import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { oembedFields } from './oembed.ts';

const PAGE = {
  title: 'ซักซ้อม "ระบบ" <b> & แบบ',
  url: 'https://wian.made-up.go.th/sub/circulars/2568/dla-x-wx-0402/',
  frame: 'https://wian.made-up.go.th/sub/embed/circular/?circular=2568/dla-x-wx-0402&a=1',
  portal: 'https://wian.made-up.go.th/sub/',
  text: 'ไม่ทราบสถานะ',
  provider: 'เวียน',
};

describe('oembedFields', () => {
  const { html, ...fields } = oembedFields(PAGE);

  it('has what oEmbed 1.0 requires of the type rich', () => {
    expect(fields).toEqual({
      type: 'rich',
      version: '1.0',
      width: 600,
      height: 360,
      cache_age: 86_400,
      provider_name: 'เวียน',
      provider_url: PAGE.portal,
    });
  });

  it('is a quotation without attributes and a frame, as WordPress takes them', () => {
    const [, quotation, frame] =
      /^(<blockquote>.*?<\/blockquote>)?(<iframe.*?><\/iframe>)$/.exec(html) ?? [];
    expect(quotation).toContain('ไม่ทราบสถานะ</blockquote>');
    expect(frame).toBeDefined();
  });

  it('keeps titles and addresses what they are', () => {
    const { children } = fromHtml(html, { fragment: true });
    const [quotation, frame] = children as unknown as [
      { children: [{ properties: object; children: object[] }] },
      { properties: object },
    ];
    expect(quotation.children[0]).toMatchObject({
      properties: { href: PAGE.url },
      children: [{ type: 'text', value: PAGE.title }],
    });
    expect(frame.properties).toMatchObject({ src: PAGE.frame, title: PAGE.title });
  });
});
