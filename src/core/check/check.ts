import { maskPersonalData } from '#core/letter/mask-personal-data.ts';
import type { Problem } from '#core/problem.ts';
import type { Content, Rule } from './content.ts';
import { answers } from './rules/answers.ts';
import { attachmentNumbers } from './rules/attachment-numbers.ts';
import { attachments } from './rules/attachments.ts';
import { boardPictures } from './rules/board-pictures.ts';
import { bodies } from './rules/bodies.ts';
import { bodyReferences } from './rules/body-references.ts';
import { chain } from './rules/chain.ts';
import { characters } from './rules/characters.ts';
import { daysToCome } from './rules/days-to-come.ts';
import { duplicates } from './rules/duplicates.ts';
import { fileKinds } from './rules/file-kinds.ts';
import { fileNames } from './rules/file-names.ts';
import { force } from './rules/force.ts';
import { letterFiles } from './rules/letter-files.ts';
import { links } from './rules/links.ts';
import { mailLists } from './rules/mail-lists.ts';
import { metadata } from './rules/metadata.ts';
import { movedAddresses } from './rules/moved-addresses.ts';
import { movementDates } from './rules/movement-dates.ts';
import { offices } from './rules/offices.ts';
import { permanentIds } from './rules/permanent-ids.ts';
import { personalData } from './rules/personal-data.ts';
import { portalNames } from './rules/portal-names.ts';
import { references } from './rules/references.ts';
import { secrecy } from './rules/secrecy.ts';
import { shortCodes } from './rules/short-codes.ts';
import { unfinished } from './rules/unfinished.ts';

/** Every rule that content as a whole must keep; what a single field may hold is the schema's. */
export const RULES: readonly Rule[] = [
  permanentIds,
  shortCodes,
  attachmentNumbers,
  duplicates,
  references,
  answers,
  force,
  chain,
  daysToCome,
  movementDates,
  offices,
  attachments,
  boardPictures,
  fileKinds,
  characters,
  fileNames,
  portalNames,
  movedAddresses,
  letterFiles,
  bodies,
  bodyReferences,
  unfinished,
  links,
  mailLists,
  personalData,
  metadata,
  secrecy,
];

const byPlace = (a: Problem, b: Problem): number =>
  (a.file ?? '').localeCompare(b.file ?? '', 'en') ||
  (a.line ?? 0) - (b.line ?? 0) ||
  (a.column ?? 0) - (b.column ?? 0);

// A message may repeat what somebody wrote, or the name of a file: nothing of that is to be copied into logs whole.
const masked = (problem: Problem): Problem => ({
  ...problem,
  file: problem.file === null ? null : maskPersonalData(problem.file),
  field: problem.field === undefined ? undefined : maskPersonalData(problem.field),
  what: maskPersonalData(problem.what),
  why: problem.why === undefined ? undefined : maskPersonalData(problem.why),
  fix: maskPersonalData(problem.fix),
});

/**
 * Every problem of the content, in order of file and line; personal data in a message is masked. `today` (ISO date) is written
 * into lines to be added.
 */
export const checkContent = (content: Content, today: string): Problem[] =>
  [...content.problems, ...RULES.flatMap((rule) => [...rule(content, today)])]
    .sort(byPlace)
    .map(masked);
