import { expect, it } from 'vitest';
import { added, checked, GOOD } from './good-content.ts';

const page = (body: string, draft = false): string => `---
title: วิธีใช้ส่วนประกอบ
summary: ใช้ส่วนประกอบในเนื้อความ
published: "2026-11-21"
roles: [user]
order: 2
draft: ${draft}
---

${body}
`;

const DRAFT = `---
title: ร่าง
summary: ร่าง
published: "2026-11-21"
kind: act
draft: true
force: {status: unknown}
---
`;

const PAGE = 'content/manuals/parts.mdx';
const withBody = (body: string, draft?: boolean) =>
  added(added(GOOD, PAGE, page(body, draft)), 'content/laws/draft.mdx', DRAFT);

it('takes components that name what is there', async () => {
  expect(
    await checked(
      withBody(
        'ก <Letter record="circulars/2568/dla-0808-4-w15-0402" /> <Contact office="p50" />\n\n<Notice kind="note">ข <Key>F5</Key></Notice>\n\n[ไป](#for-user)\n\n<Tabs>\n<Tab role="user">\nก\n</Tab>\n<Tab role="unit">\nข\n</Tab>\n</Tabs>',
      ),
    ),
  ).toEqual([]);
});

it.each<[name: string, body: string, message: string]>([
  [
    'a letter',
    'ก <Letter record="circulars/2568/dla-0808-4-w15-0403" />',
    `${PAGE}:10:3: <Letter> names "circulars/2568/dla-0808-4-w15-0403", and there is no such record
  why: What it names is looked up when the page is made, and readers are led there.
  fix: Did you mean "circulars/2568/dla-0808-4-w15-0402"? Write the path of a record of the portal, or name it in plain words.`,
  ],
  [
    'a form',
    `ก <Form record="forms/none" />`,
    `${PAGE}:10:3: <Form> names "forms/none", and there is no such record
  why: What it names is looked up when the page is made, and readers are led there.
  fix: Write the path of a record of the portal, or name it in plain words.`,
  ],
  [
    'an office',
    'ก <Contact office="d5008" />',
    `${PAGE}:10:3: <Contact> names "d5008", and the registry has no such office
  why: What it names is looked up when the page is made, and readers are led there.
  fix: Did you mean "d5009"? Write the id of an office of content/registry, as p50 or d5009.`,
  ],
  [
    'a draft',
    'ก <Letter record="laws/draft" />',
    `${PAGE}:10:3: <Letter> names "laws/draft", which is a draft
  why: What it names is looked up when the page is made, and readers are led there.
  fix: Publish both pages together, or take the component out.`,
  ],
])('says of %s that it cannot be named', async (_, body, message) => {
  expect(await checked(withBody(body))).toEqual([message]);
});

it('lets a draft name a draft', async () => {
  expect(await checked(withBody('ก <Letter record="laws/draft" />', true))).toEqual([]);
});

it('tells what is wrong with a component once', async () => {
  expect(await checked(withBody('<Steps>\n- ก\n</Steps>'))).toEqual([
    `${PAGE}:10:1: <Steps> does not hold one numbered list and nothing else
  why: It is written like this: <Steps>, a numbered list, </Steps>
  fix: Write it so, each tag on a line of its own with an empty line before and behind.`,
  ]);
});
