import type { Random } from '../../lib/random.ts';
import type { Content } from '../content.ts';
import { BLANK, line, type MadeLine } from '../truth.ts';
import { DOTS, lines, listed, type Numbering, type PartMaker, spaces } from './parts.ts';

/** How the labelled parts are set: what comes after a label, between the parts, and before the points of a list. */
export interface LabelStyle {
  readonly behind: string;
  readonly between: readonly MadeLine[];
  readonly numbering: Numbering;
  /** Before the second and further points. */
  readonly indent: string;
  readonly subject: (content: Content, random: Random) => readonly string[];
  readonly to: (content: Content, random: Random) => readonly string[];
  readonly attachment: (point: string, random: Random) => string;
}

const PLAIN: LabelStyle = {
  behind: ' ',
  between: [BLANK],
  numbering: DOTS,
  indent: '',
  subject: ({ truth }) => [truth.subject],
  to: ({ truth }) => [truth.to.join(' และ')],
  attachment: (point) => point,
};

/** The labelled parts of a letter (เรื่อง, เรียน, อ้างถึง, สิ่งที่ส่งมาด้วย) in a style of their own. */
export const labels =
  (style: Partial<LabelStyle> = {}): PartMaker =>
  (content, random) => {
    const { behind, between, numbering, indent, subject, to, attachment } = { ...PLAIN, ...style };
    const first = (label: string, texts: readonly string[]): MadeLine[] =>
      texts.flatMap((text, at) =>
        lines('label', (at === 0 ? `${label}${behind}${text}` : text).split('\n')),
      );
    const list = (part: 'label' | 'reference', label: string, points: readonly string[]) =>
      listed(`${label}${behind}`, points, (at) => numbering(at, content), indent).flatMap((text) =>
        lines(part, text.split('\n')),
      );
    const attachments = content.attachments.map((point) => attachment(point, random));
    return [
      ...first('เรื่อง', subject(content, random)),
      ...between,
      ...first('เรียน', to(content, random)),
      ...between,
      ...list('reference', 'อ้างถึง', content.references),
      ...(content.references.length > 0 ? between : []),
      ...list('label', 'สิ่งที่ส่งมาด้วย', attachments),
      BLANK,
    ];
  };

/** The addressee of a letter under seal, which has no other part with a label. */
export const sealedTo: PartMaker = ({ truth }, random) => [
  line('label', `ถึง${random.pick([' ', '  ', '\t'])}${truth.to.join(' และ')}`),
  BLANK,
];

/** A text broken over lines, between any two words or letters, the later lines set in. */
const broken = (text: string, random: Random, indent: string): string[] => {
  const places = [...text.matchAll(/(?<=[ก-ฮ]) (?=\S)|(?<=[าะ])(?=[ก-ฮเแโใไ])/g)]
    .map(({ index }) => index)
    .filter((at) => at > 5 && at < text.length - 3);
  if (places.length === 0) return [text];
  const at = random.pick(places);
  return [text.slice(0, at).trimEnd(), `${indent}${text.slice(at).trimStart()}`];
};

export const subjectOnLines = labels({
  subject: ({ truth }, random) => broken(truth.subject, random, random.pick(['', spaces(8), '\t'])),
});

export const addresseesOnLines = labels({
  to: ({ truth }, random) => {
    const indent = random.pick(['', spaces(8), '\t']);
    return truth.to.map((one, at) => (at === 0 ? one : `${indent}${one}`));
  },
});

/** "ผ่าน" names who passes the letter on, which is no addressee. */
export const through = (shape: 'brackets' | 'line'): PartMaker =>
  labels({
    to: ({ truth, issuer }, random) => {
      const via = random.pick([
        `ปลัด${issuer.kind === 'sao' ? 'องค์การบริหารส่วนตำบล' : 'เทศบาลตำบล'}ตัวอย่าง`,
        'ท้องถิ่นจังหวัดสมมติ',
        'หัวหน้าสำนักปลัด',
      ]);
      const to = truth.to.join(' และ');
      return shape === 'brackets' ? [`${to} (ผ่าน ${via})`] : [to, `ผ่าน ${via}`];
    },
  });

/** Number of copies in other places and forms than behind the title. */
export const wrappedAttachments = labels({
  attachment: (point, random) => {
    const [title, copies] = point.split(/ (?=จำนวน )/) as [string, string];
    return random.pick([
      `${title}\nจำนวน ${copies.slice('จำนวน '.length)}`,
      `${title} (${copies.slice('จำนวน '.length)})`,
      `${title}${spaces(20)}${copies}`,
      `${title}\t${copies}`,
    ]);
  },
});

/** Lines of a body that begin with words that are labels elsewhere. */
export const labelWordsInBody: PartMaker = (content, random) => {
  const sentence = random.pick([
    'เรื่องดังกล่าวอยู่ระหว่างการพิจารณาของคณะทำงานสมมติ',
    'เรียนเชิญผู้สนใจเข้าร่วมตามอัธยาศัย',
    'อ้างถึงข้อหารือข้างต้น คณะทำงานเห็นว่าไม่ขัดข้อง',
    'เรื่อง ที่เสนอมานี้ให้รอผลการพิจารณาก่อน',
    'สิ่งที่ส่งมาด้วยทั้งหมดเป็นเพียงตัวอย่างประกอบการอธิบาย',
  ]);
  return [
    line('body', content.opening),
    line('body', sentence),
    BLANK,
    ...content.points.flatMap((text) => [line('body', text), BLANK]),
    ...content.dated.map((text) => line('body', text)),
    BLANK,
    line('body', content.closing),
    BLANK,
  ];
};
