import { describe, expect, it } from 'vitest';
import {
  LONGEST_SHARE_LINK,
  lineShareLink,
  mailShareLink,
  mailSubject,
  roomForLines,
} from './share-links.ts';

const URL_OF_PAGE = 'https://wian.made-up.go.th/sub/q/K7M2XP/';
const LINES = ["ทดลอง & 'แจ้ง' 100%", 'ที่ มท ๐๘๙๙.๙/ว ๑๒'];

describe('lineShareLink', () => {
  it('hands address and lines to LINE', () => {
    const link = new URL(lineShareLink(URL_OF_PAGE, LINES));
    expect(link.origin + link.pathname).toBe('https://social-plugins.line.me/lineit/share');
    expect([...link.searchParams]).toEqual([
      ['url', URL_OF_PAGE],
      ['text', LINES.join('\n')],
    ]);
    expect(link.href).not.toMatch(/['"<>]/);
  });
});

describe('mailShareLink', () => {
  it('opens a mail to nobody, with lines ended as mail ends them', () => {
    const link = mailShareLink(URL_OF_PAGE, mailSubject('ทดลอง\nแจ้ง'), LINES);
    const [, query = ''] = link.split('mailto:?');
    const fields = query.split('&').map((field) => field.split('=').map(decodeURIComponent));
    expect(fields).toEqual([
      ['subject', 'ทดลอง แจ้ง'],
      ['body', `${LINES.join('\r\n')}\r\n${URL_OF_PAGE}\r\n`],
    ]);
  });
});

describe('roomForLines', () => {
  it('leaves no link longer than what mail apps take', () => {
    const subject = mailSubject('ก'.repeat(500));
    const linesFor = (room: number) => ['a'.repeat(room)];
    const line = lineShareLink(URL_OF_PAGE, linesFor(roomForLines(URL_OF_PAGE)));
    const mail = mailShareLink(URL_OF_PAGE, subject, linesFor(roomForLines(URL_OF_PAGE, subject)));
    for (const { length } of [line, mail]) {
      expect(length).toBeLessThanOrEqual(LONGEST_SHARE_LINK);
      expect(length).toBeGreaterThan(LONGEST_SHARE_LINK - 200);
    }
  });
});
