import { describe, expect, it } from 'vitest';
import { readBody } from '#store/content/body.ts';

describe('a component', () => {
  it.each<[name: string, body: string, at: string, what: RegExp, fix: RegExp]>([
    [
      'of a name like another',
      'ก\n\n<Step>\n1. ก\n</Step>',
      '3:1',
      /^<Step> is no component/,
      /Did you mean "Steps"\?/,
    ],
    [
      'of a name in lower case',
      '<steps>\n1. ก\n</steps>',
      '1:1',
      /^<steps> is no element/,
      /backslash/,
    ],
    [
      'with an unknown attribute',
      '<Notice kind="note" titel="ก">ข</Notice>',
      '1:21',
      /attribute "titel" is not known/,
      /Did you mean "title"\?/,
    ],
    [
      'without an attribute',
      'ก <Letter />',
      '1:3',
      /attribute "record" is missing/,
      /^Add record="\.\.\." with text/,
    ],
    [
      'with a wrong value',
      '<Notice kind="warn">ก</Notice>',
      '1:9',
      /"warn" is not one of the values/,
      /note, important or warning/,
    ],
    [
      'with a wrong path',
      'ก <Form record="form/a" />',
      '1:9',
      /"form\/a" is not the path of a form/,
      /forms\/<slug>/,
    ],
    [
      'with an attribute without a value',
      '<Video href title="ก" />',
      '1:8',
      /"" is not an address of a video/,
      /plain link/,
    ],
    [
      'with code in an attribute',
      '<Notice kind={1}>ก</Notice>',
      '1:1',
      /attribute that is code/,
      /Write it as text/,
    ],
    [
      'with attributes that are spread',
      '<Notice {...a}>ก</Notice>',
      '1:1',
      /attribute that is code/,
      /Write it as text/,
    ],
    ['with code in it', '<Notice kind="note">{1}</Notice>', '1:21', /expression/, /backslash/],
    [
      'with an attribute of an element',
      '<Key onclick="a">F5</Key>',
      '1:6',
      /attribute "onclick" is not known/,
      /Remove it/,
    ],
    [
      'of steps without a list',
      '<Steps>\nก\n</Steps>',
      '1:1',
      /one numbered list/,
      /line of its own/,
    ],
    [
      'of steps with bullets',
      '<Steps>\n- ก\n</Steps>',
      '1:1',
      /one numbered list/,
      /line of its own/,
    ],
    [
      'of steps with more than a list',
      '<Steps>\nก\n\n1. ข\n</Steps>',
      '1:1',
      /one numbered list/,
      /own/,
    ],
    [
      'within a line',
      'ก <Notice kind="note">ข</Notice>',
      '1:3',
      /within a line/,
      /line of its own/,
    ],
    ['that is empty', '<Notice kind="note">\n</Notice>', '1:1', /is empty/, /own/],
    ['of a tab by itself', '<Tab role="user">\nก\n</Tab>', '1:1', /outside <Tabs>/, /own/],
    [
      'of one tab',
      '<Tabs>\n<Tab role="user">\nก\n</Tab>\n</Tabs>',
      '1:1',
      /two tabs or more/,
      /own/,
    ],
    [
      'of two tabs for a role',
      '<Tabs>\n<Tab role="user">\nก\n</Tab>\n<Tab role="user">\nข\n</Tab>\n</Tabs>',
      '5:1',
      /for the role "user"/,
      /one tab/,
    ],
    [
      'of a picture without a description',
      '<Figure caption="ก">![](/favicon.svg)</Figure>',
      '1:1',
      /one picture with a description/,
      /own/,
    ],
    [
      'of a picture of another host',
      '<Figure caption="ก">![ก](https://a.test/a.png)</Figure>',
      '1:21',
      /no picture that a body may show/,
      /./,
    ],
    ['of a key with marks', '<Key>**F5**</Key>', '1:1', /plain text alone/, /running text/],
    [
      'of a letter that holds something',
      'ก <Letter record="laws/a">ข</Letter>',
      '1:3',
      /should hold nothing/,
      /./,
    ],
    [
      'of a letter in a heading',
      '## <Letter record="laws/a" />',
      '1:4',
      /stands in a heading/,
      /./,
    ],
    [
      'of a video of another host',
      '<Video href="https://a.test/v" title="ก" />',
      '1:8',
      /not an address of a video/,
      /plain link/,
    ],
    [
      'of a video of a host that looks like one',
      '<Video href="https://go.th.a.test/v" title="ก" />',
      '1:8',
      /not an address of a video/,
      /plain link/,
    ],
    [
      'of a video without encryption',
      '<Video href="http://youtu.be/v" title="ก" />',
      '1:8',
      /not an address of a video/,
      /https/,
    ],
    [
      'of a video that is a script',
      '<Video href="javascript:alert(1)" title="ก" />',
      '1:8',
      /not an address of a video/,
      /https/,
    ],
    ['of a name that objects have', '<Constructor />', '1:1', /no component/, /Steps/],
  ])('is refused %s', (_, body, at, what, fix) => {
    const { problems } = readBody(body, 1);
    const [problem] = problems;
    expect(`${problem?.line}:${problem?.column}`).toBe(at);
    expect(problem?.what).toMatch(what);
    expect(problem?.fix).toMatch(fix);
    expect(problem?.why).toBeTruthy();
  });
});
