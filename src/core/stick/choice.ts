import { RECORD_KINDS } from '#core/check/content.ts';

/** Which part of the portal goes on a stick. */
export interface Choice {
  /** Sections of the menu that go along; null for all. */
  readonly sections: ReadonlySet<string> | null;
  /** The office that it is for, with ids of its area and province; null for all. */
  readonly office: OfficeChoice | null;
}

export interface OfficeChoice {
  readonly id: string;
  /** Ids of the offices of which pages go along. */
  readonly ids: ReadonlySet<string>;
  /** Folders of circulars: "circulars/2567/some-id". */
  readonly circulars: ReadonlySet<string>;
}

/** Sections of the menu, as folders of the portal. */
export const SECTIONS = RECORD_KINDS;
/** What is about circulars, and goes where they go. */
const OF_CIRCULARS = new Set([
  'q',
  'trace',
  'verify',
  'track',
  'my',
  'offices',
  'digest',
  'changes',
  'calendar',
]);
/** Tables of figures, which need no section. */
const OF_FIGURES = new Set(['grants', 'finance', 'follow-up', 'api']);

/** The circular that a file is about: its page and what is beside it, its dates and its record. */
const CIRCULAR = /^(?:calendar\/|api\/v1\/)?(circulars\/\d{4}\/(?!page)[^/.]+)(?:\/|\.json$)/;
const OF_OFFICE = /^(?:offices|grants|finance|follow-up)\/([pda]\d{2,6})(?:[./]|$)/;

const isInSections = (path: string, sections: ReadonlySet<string>): boolean => {
  const slash = path.indexOf('/');
  const top = slash < 0 ? '' : path.slice(0, slash);
  if ((SECTIONS as readonly string[]).includes(top)) return sections.has(top);
  if (OF_CIRCULARS.has(top)) return sections.has('circulars');
  return !OF_FIGURES.has(top);
};

const isOfOffice = (path: string, office: OfficeChoice): boolean => {
  const circular = CIRCULAR.exec(path)?.[1];
  if (circular !== undefined) return office.circulars.has(circular);
  const id = OF_OFFICE.exec(path)?.[1];
  return id === undefined || office.ids.has(id);
};

/** Whether a file of the portal was chosen. */
export const isChosen = (path: string, { sections, office }: Choice): boolean =>
  (sections === null || isInSections(path, sections)) &&
  (office === null || isOfOffice(path, office));
