import { expect, it } from 'vitest';
import { partSnippet, scriptSnippet } from './snippet.ts';

it('includes the script without holding the page up', () => {
  expect(scriptSnippet('https://wian.made-up.go.th/sub/embed.js')).toBe(
    '<script src="https://wian.made-up.go.th/sub/embed.js" async></script>',
  );
});

it('writes a part with a link for readers without JavaScript', () => {
  const link = { href: 'https://wian.made-up.go.th/news/?a=1&b=2', label: 'ข่าว "ใหม่" <1>' };
  expect(partSnippet('newest', { section: 'news', count: '3' }, link)).toBe(
    '<wian-newest section="news" count="3"><a href="https://wian.made-up.go.th/news/?a=1&amp;b=2">ข่าว &quot;ใหม่&quot; &lt;1&gt;</a></wian-newest>',
  );
  expect(partSnippet('search', {}, { href: 'https://a.example/', label: 'ค้น' })).toBe(
    '<wian-search><a href="https://a.example/">ค้น</a></wian-search>',
  );
});
