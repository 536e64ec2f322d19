import { doubt, type Field, type FieldDoubt, missing, offer } from './field.ts';
import { isForeign, isNoisy } from './noise.ts';
import { isKnownOffice, nearestOffice, officeOfPost } from './offices.ts';
import type { SourceLine } from './source-text.ts';

/** Who signed, in which post, and on whose behalf. */
export interface Signature {
  readonly name: string | null;
  readonly post: string | null;
  readonly onBehalfOf: string | null;
}

/** The office that answers questions, as the foot of the letter names it. */
export interface ContactLines {
  readonly unit: string | null;
  readonly group: string | null;
  readonly phones: readonly string[];
  readonly email: string | null;
}

const TITLE =
  /^(?:นาย|นาง|นางสาว|น\.ส\.|ว่าที่|พล|พัน|ร้อย|เรือ|นาวา|ดร\.|ม\.ร\.ว\.|ม\.ล\.|หม่อม|คุณ|จ่า|สิบ|(?:ผู้ช่วย|รอง)?ศาสตราจารย์)/;
// Tone marks and vowels above and below the line may be lost.
const ACTING =
  /\s*(ป[ฏฎ]ิ?บั?ติ?ราชการแทน|รั?กษา(?:ราช)?การแทน|ป[ฏฎ]ิ?บั?ติ?หน้?าที่?แทน|ทำการแทน|รั?กษาการในตำแหน่?ง)\s*/;
const UNIT = /^(?:สำนัก|กอง|กลุ่ม|ฝ่าย|ส่วน|งาน|ศูนย์|ที่ทำการ|แผนก)/;

/** Signature and what stands below it. */
export interface Foot {
  readonly signature: Field<Signature>;
  readonly contact: ContactLines;
  /** Whether the foot is so badly read that nothing in it can be relied on. */
  readonly damaged: boolean;
}

/** A name in brackets, perhaps behind its rank. */
const NAME_LINE =
  /^((?:(?:ว่าที่|พล|พัน|ร้อย|เรือ|นาวา|จ่า|สิบ|ดาบ)[ก-\u0E4E. ]{1,24}|(?:ผู้ช่วย|รอง)?ศาสตราจารย์(?:\s?ดร\.)?|ดร\.|ศ\.|รศ\.|ผศ\.|ม\.[รล]\.(?:ว\.)?)\s*)?\((.{4,80})\)$/;

const nameDoubts = (name: string, before: string): FieldDoubt[] => {
  if (isNoisy(name)) return [doubt('unclear', 'noise', [], 'name')];
  if (TITLE.test(name)) return [];
  const reading = name.startsWith('ราย') ? name.replace(/^ราย/, 'นาย') : null;
  const ranked = /(?:ว่าที่|ร้อย|พัน|พล|จ่า|สิบ)/.test(before);
  if (ranked && reading === null) return [];
  return [doubt('unclear', 'no-title', [offer(name, reading)], 'name')];
};

const readContact = (lines: readonly SourceLine[]): ContactLines => {
  const texts = lines.map(({ text }) => text);
  const units = texts.filter((text) => UNIT.test(text));
  const phones = texts.flatMap((text) => {
    const match =
      /(?:โทร(?:ศัพท์|สาร)?\.?\s*(?:\/\s*โทรสาร)?\.?\s*(?:หมายเลข)?\s*:?\s*)([๐-๙\d][๐-๙\d\s,–-]{5,24}(?:ต่อ\s*[๐-๙\d,\s–-]+)?)/.exec(
        text,
      );
    const number = match?.[1]?.replace(/[\s,–-]+$/, '').trim();
    return number ? [/^โทรสาร/.test(text) ? `โทรสาร ${number}` : number] : [];
  });
  const email = texts.map((text) => /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(text)?.[0]).find(Boolean);
  return { unit: units[0] ?? null, group: units[1] ?? null, phones, email: email ?? null };
};

/** Reads the foot of a letter: the name in brackets, the posts below it, and the unit that can be asked. */
export const readFoot = (lines: readonly SourceLine[]): Foot => {
  const at = lines.findIndex(
    ({ text }) => NAME_LINE.test(text.trim()) && !/^\([๐-๙\d\s]+\)$/.test(text),
  );
  const rest = lines.slice(at + 1);
  const damaged = lines.some(({ text }) => isForeign(text) || isNoisy(text));
  const end = rest.findIndex(({ text }) => UNIT.test(text) || /โทร|ประสาน|@|^[“"]/.test(text));
  const posts = (end < 0 ? rest.slice(0, 4) : rest.slice(0, end)).filter(({ text }) => text !== '');
  const contact = readContact(end < 0 ? rest.slice(posts.length) : rest.slice(end));
  if (at < 0) return { signature: missing(), contact: readContact(lines), damaged };
  const first = lines[at] as SourceLine;
  const [, rank = '', bare = ''] = NAME_LINE.exec(first.text.trim()) ?? [];
  const name = `${rank} ${bare}`.trim();
  const wording = posts.map(({ text }) => text.trim()).join('\n');
  const acting = ACTING.exec(wording);
  const post = (acting ? wording.slice(0, acting.index) : wording.split('\n').slice(0, 2).join(' '))
    .replace(/\n/g, ' ')
    .trim();
  const behalf = acting
    ? wording
        .slice(acting.index + acting[0].length)
        .split('\n')
        .filter(Boolean)
        .slice(0, 1)
        .join(' ')
        .trim()
    : '';
  const doubts = nameDoubts(name, lines[at - 1]?.text ?? '');
  const office = officeOfPost(behalf || post);
  if (
    office &&
    !isKnownOffice(office) &&
    office.level !== 'district' &&
    office.level !== 'authority'
  ) {
    const near = nearestOffice(office);
    // An office that no list has is misspelled only where it resembles one that is known; provinces are all known.
    if (near || office.level === 'province') {
      doubts.push(
        doubt('unclear', 'misspelled', near ? [offer(office.name, near)] : [], 'onBehalfOf'),
      );
    }
  }
  if (post === '') doubts.push(doubt('unreadable', 'missing', [], 'post'));
  if (damaged) doubts.push(doubt('unclear', 'damaged-scan'));
  return {
    signature: {
      value: { name, post: post || null, onBehalfOf: behalf || null },
      read: [first.text, wording].filter(Boolean).join('\n'),
      line: first.no,
      doubts,
    },
    contact,
    damaged,
  };
};
