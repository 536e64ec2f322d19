import { expect, it } from 'vitest';
import { describeThread } from './thread.ts';

const PORTAL = {
  url: (path: string) => `https://made-up.go.th${path}`,
  name: 'เวียน',
  language: 'th',
};
const PAGE = {
  path: '/board/12/',
  title: 'รอ OTP นาน',
  summary: 'ดูจดหมายขยะ',
  published: '2026-11-28',
  changed: '2026-11-29',
};
const post = (id: number, accepted = false) => ({
  id,
  author: 'สมาชิกสมมติ',
  accepted,
  at: '2026-11-28T20:00:00Z',
  text: `**ข้อ** ${id}`,
});

it('tells the question, which answer was accepted, and the others', () => {
  const node = describeThread(PAGE, [post(1), post(2), post(3, true)], PORTAL);
  expect(node).toMatchObject({
    '@type': 'QAPage',
    url: 'https://made-up.go.th/board/12/',
    mainEntity: {
      '@type': 'Question',
      name: 'รอ OTP นาน',
      text: 'ข้อ 1',
      answerCount: 2,
      acceptedAnswer: {
        '@type': 'Answer',
        text: 'ข้อ 3',
        url: 'https://made-up.go.th/board/12/#p3',
      },
      suggestedAnswer: [{ text: 'ข้อ 2' }],
    },
  });
});

it('tells no answer where there is none', () => {
  const { mainEntity } = describeThread(PAGE, [post(1)], PORTAL) as Record<string, object>;
  expect(JSON.parse(JSON.stringify(mainEntity))).toEqual({
    '@type': 'Question',
    name: 'รอ OTP นาน',
    text: 'ข้อ 1',
    author: { '@type': 'Person', name: 'สมาชิกสมมติ' },
    datePublished: '2026-11-28T20:00:00Z',
    answerCount: 0,
  });
});
