import { expect, it } from 'vitest';
import { isChosen } from './choice.ts';

const office = {
  id: 'a480050',
  ids: new Set(['a480050', 'd4801', 'p48']),
  circulars: new Set(['circulars/2567/a']),
};

it.each([
  ['index.html', true, true],
  ['search/index.html', true, true],
  ['_astro/x.css', true, true],
  ['faq/a/index.html', true, true],
  ['manuals/a/index.html', false, true],
  ['circulars/index.html', false, true],
  ['circulars/2567/index.html', false, true],
  ['circulars/2567/page/2/index.html', false, true],
  ['circulars/as-of/facts.json', false, true],
  ['circulars/2567/a/letter.pdf', false, true],
  ['circulars/2567/b/letter.pdf', false, false],
  ['calendar/circulars/2567/b/x.ics', false, false],
  ['api/v1/circulars/2567/a.json', false, true],
  ['api/v1/circulars/2567/b.json', false, false],
  ['api/v1/circulars/2567/page-1.json', false, true],
  ['q/6NJ8FY/index.html', false, true],
  ['offices/index.html', false, true],
  ['offices/p48/d4803/index.html', false, true],
  ['offices/p57/index.html', false, false],
  ['finance/p57/2568.csv', false, false],
  ['grants/p48/index.html', false, true],
])('%s goes along with --section faq: %s, with --office: %s', (path, ofSection, ofOffice) => {
  expect(isChosen(path, { sections: new Set(['faq']), office: null })).toBe(ofSection);
  expect(isChosen(path, { sections: null, office })).toBe(ofOffice);
  expect(isChosen(path, { sections: null, office: null })).toBe(true);
});
