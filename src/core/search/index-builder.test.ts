import { expect, it } from 'vitest';
import { growthOf, LINEAR } from '../../../tests/growth.ts';
import { synonymWords } from './concepts.ts';
import { IndexBuilder } from './index-builder.ts';
import { WordCounter } from './word-counts.ts';

const counter = new WordCounter();
counter.add('ระบบบัญชีขององค์กรปกครองส่วนท้องถิ่น');
const lexicon = counter.lexicon(synonymWords());

it('adds a page in time that grows as the keys that its words and compounds share', () => {
  const growth = growthOf(
    (size) => 'elaas e-laas 17/9/2567 '.repeat(size),
    (text) => {
      new IndexBuilder(lexicon).add({
        url: '/faq/a/',
        title: '',
        text,
        sections: [],
        identities: [],
        filters: {},
        meta: {},
        demoted: false,
      });
    },
    3000,
  );
  expect(growth).toBeLessThan(LINEAR);
});
