import { childOf, descend, elementsOf, isOn, textIn, valueIn, type XmlElement } from './xml.ts';

/** What to report of a field. */
export type FieldFinding = 'page' | 'moving-date' | 'unprinted-number' | null;

/** Follows the fields of a text: what is printed is a field's last result, never its instruction. */
export interface FieldReader {
  /** Whether a text at this place is printed; a page's number is none of the text where `dropsPages`. */
  readonly isPrinted: () => boolean;
  /** Whether this place is within an instruction, whose lines are not printed either. */
  readonly isInstruction: () => boolean;
  /** A mark of a field; gives the text that a box or list of a form shows, and what to report of it. */
  readonly mark: (mark: XmlElement) => { readonly shown: string; readonly finding: FieldFinding };
  readonly instruct: (text: string) => void;
  /** Runs `read` within a field that stands in one element. */
  readonly within: (field: XmlElement, read: () => void) => FieldFinding;
}

interface Open {
  instruction: string;
  isResult: boolean;
  isDropped: boolean;
  /** Whether Word keeps its result for good. */
  readonly isLocked: boolean;
  readonly form: string | null;
}

const PAGE = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b/i;
const MOVING = /^\s*(?:DATE|TIME)\b/i;
const UNPRINTED = /^\s*(?:AUTONUM|AUTONUMLGL|AUTONUMOUT|LISTNUM)\b/i;

/** What a field of an old form shows: the box of a tick, or the chosen entry of a list. */
const formText = (mark: XmlElement): string | null => {
  const data = childOf(mark, 'w:ffData');
  const box = childOf(data, 'w:checkBox');
  if (box) {
    const ticked = isOn(childOf(box, 'w:checked')) ?? isOn(childOf(box, 'w:default')) ?? false;
    return ticked ? '☒' : '☐';
  }
  const list = childOf(data, 'w:ddList');
  if (!list) return null;
  const entries = elementsOf(list).filter(({ name }) => name === 'w:listEntry');
  const chosen = Number(valueIn(childOf(list, 'w:result') ?? childOf(list, 'w:default')) ?? 0);
  return valueIn(entries[chosen]) ?? '';
};

/** Marks of fields that have both a beginning and an end; a lone mark, as damaged files have them, begins nothing. */
const pairedMarks = (story: XmlElement): ReadonlySet<XmlElement> => {
  const paired = new Set<XmlElement>();
  const open: XmlElement[][] = [];
  const visit = (element: XmlElement): void => {
    for (const child of elementsOf(element)) {
      const type = child.name === 'w:fldChar' ? child.attributes['w:fldCharType'] : undefined;
      if (type === 'begin') open.push([child]);
      else if (type === 'separate') open.at(-1)?.push(child);
      else if (type === 'end') for (const mark of [...(open.pop() ?? []), child]) paired.add(mark);
      else visit(child);
    }
  };
  visit(story);
  return paired;
};

const isLockedField = ({ attributes }: XmlElement): boolean =>
  /^(?:1|true|on)$/.test(attributes['w:fldLock'] ?? '');

/** The instruction of a field in one element. */
const instructionOf = (field: XmlElement): string =>
  field.attributes['w:instr'] ?? textIn(descend(field, 'w:instrText') ?? field);

/** A reader of the fields of one story (the body, a header, a footnote). */
export const readFields = (story: XmlElement, dropsPages: boolean): FieldReader => {
  const paired = pairedMarks(story);
  const open: Open[] = [];
  const enter = (instruction: string, isLocked: boolean): FieldFinding => {
    if (dropsPages && PAGE.test(instruction)) return 'page';
    return MOVING.test(instruction) && !isLocked ? 'moving-date' : null;
  };
  const withoutResult = (instruction: string): FieldFinding => {
    if (UNPRINTED.test(instruction)) return 'unprinted-number';
    return dropsPages && PAGE.test(instruction) ? 'page' : null;
  };
  return {
    isPrinted: () => open.every(({ isResult, isDropped }) => isResult && !isDropped),
    isInstruction: () => open.some(({ isResult }) => !isResult),
    instruct: (text) => {
      const field = open.at(-1);
      if (field && !field.isResult) field.instruction += text;
    },
    mark: (mark) => {
      const nothing = { shown: '', finding: null };
      if (!paired.has(mark)) return nothing;
      const type = mark.attributes['w:fldCharType'];
      if (type === 'begin') {
        open.push({
          instruction: '',
          isResult: false,
          isDropped: false,
          isLocked: isLockedField(mark),
          form: formText(mark),
        });
        return nothing;
      }
      const field = open.at(-1);
      if (!field) return nothing;
      if (type === 'separate') {
        const finding = enter(field.instruction, field.isLocked);
        field.isResult = true;
        field.isDropped = finding === 'page' || field.form !== null;
        return { shown: '', finding };
      }
      open.pop();
      if (field.form !== null) return { shown: field.form, finding: null };
      if (field.isResult) return nothing;
      return { shown: '', finding: withoutResult(field.instruction) };
    },
    within: (element, read) => {
      const instruction = instructionOf(element);
      const isLocked = isLockedField(element);
      const finding = enter(instruction, isLocked);
      const isDropped = finding === 'page';
      open.push({ instruction, isResult: true, isDropped, isLocked, form: null });
      read();
      open.pop();
      return UNPRINTED.test(instruction) ? 'unprinted-number' : finding;
    },
  };
};
