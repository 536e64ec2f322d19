import type { FeedPage } from './item.ts';

/** A page for tests, with what a test cares about given. */
export const feedPage = (given: Partial<FeedPage> = {}): FeedPage => ({
  path: '/manuals/thaid/',
  kind: 'manuals',
  title: 'เข้าใช้งานด้วย ThaiID',
  summary: 'ยืนยันตัวตนแล้วตั้งรหัสผ่าน',
  digest: 'a1',
  html: () => '<p>ขั้นตอน</p>',
  facts: () => [],
  published: '2026-11-01',
  changes: [],
  offices: [],
  withdrawn: false,
  sample: false,
  enclosures: [],
  ...given,
});
