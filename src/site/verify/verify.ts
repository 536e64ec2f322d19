import { buddhistYear } from '#core/letter/date.ts';
import { needsCheck, possibleValues } from '#core/letter/fact.ts';
import type { Attachment, Letter } from '#core/letter/letter.ts';
import { letterFileOf } from '#core/letter/letter-file.ts';
import type { Office } from '#core/office/office.ts';
import { numberLine, readingsText } from '#core/share/share-text.ts';
import { attachmentAnchor } from '#core/short-link/address.ts';
import {
  fileShardPath,
  type NumberedPage,
  numberShardPath,
  type VerifiedFile,
  type VerifiedPage,
} from '#core/verify/verify.ts';
import { type CircularEntry, getCirculars, getDocuments } from '../content.ts';
import { withdrawalText } from '../history.ts';
import { messages } from '../i18n.ts';
import { getOffices, officeName } from '../offices.ts';
import { circularLink, documentLink } from '../records.ts';

type Entry<Value> = readonly [key: string, value: Value];

const dateDoubtOf = ({ date }: Letter): string | null => {
  const read = readingsText(date, messages.format.date, messages.share.lines.or);
  if (read !== '') return read === null ? null : messages.link.verify.dateDoubt(read);
  return messages.link.verify.dateDoubt(
    date.value === null ? '' : messages.format.date(date.value),
  );
};

const aboutLetter = ({ date, issuer }: Letter, offices: ReadonlyMap<string, Office>): string => {
  const isCertain = date.value !== null && !needsCheck(date);
  const when = isCertain ? [messages.format.date(date.value as string)] : [];
  return [officeName(offices, issuer), ...when].filter(Boolean).join(' ');
};

const viewPage = (
  entry: CircularEntry,
  letter: Letter,
  offices: ReadonlyMap<string, Office>,
): VerifiedPage => {
  const { href, title, withdrawn } = circularLink(entry);
  return {
    href,
    title,
    about: aboutLetter(letter, offices),
    dateDoubt: dateDoubtOf(letter),
    withdrawn: withdrawn ? messages.force.status[entry.data.circular.force.status] : null,
  };
};

const filesOf = (
  attachments: readonly Attachment[],
  page: VerifiedPage,
  folder: string,
): Entry<VerifiedFile>[] =>
  attachments.flatMap((attachment) => {
    if (attachment.sha256 === undefined) return [];
    const successor = attachments.findIndex(
      ({ file }) => file !== undefined && file === attachment.replacedBy,
    );
    const replacedBy =
      successor < 0
        ? null
        : {
            title: attachments[successor]?.title ?? '',
            href: `${folder}#${attachmentAnchor(successor + 1)}`,
          };
    const takenOff = withdrawalText(attachment);
    const file = { ...page, file: attachment.title, takenOff, replacedBy };
    return [[attachment.sha256, file] as const];
  });

const circularFiles = (entry: CircularEntry, offices: ReadonlyMap<string, Office>) => {
  const { circular, coveringLetters } = entry.data;
  const own = viewPage(entry, circular.letter, offices);
  const letterFile = letterFileOf(circular);
  return [
    ...filesOf(letterFile ? [letterFile] : [], own, own.href),
    ...filesOf(circular.attachments, own, own.href),
    ...coveringLetters.flatMap((letter) =>
      filesOf(letter.attachments, viewPage(entry, letter, offices), own.href),
    ),
  ];
};

const circularNumbers = (
  entry: CircularEntry,
  offices: ReadonlyMap<string, Office>,
): Entry<NumberedPage>[] =>
  [entry.data.circular.letter, ...entry.data.coveringLetters].flatMap((letter) => {
    const { number } = letter;
    const numberDoubt = needsCheck(number) ? numberLine(number, messages.share.lines) : null;
    const years = [...new Set(possibleValues(letter.date).map(buddhistYear))];
    const page = { ...viewPage(entry, letter, offices), numberDoubt, years };
    return possibleValues(number).map((value) => [value, page] as const);
  });

const formFiles = async (): Promise<Entry<VerifiedFile>[]> =>
  (await getDocuments('forms')).flatMap((entry) => {
    const { href, title } = documentLink(entry);
    return filesOf(
      entry.data.attachments,
      { href, title, about: '', dateDoubt: null, withdrawn: null },
      href,
    );
  });

const inShards = <Value>(entries: readonly Entry<Value>[], pathOf: (key: string) => string) =>
  [...Map.groupBy(entries, ([key]) => pathOf(key))].map(([path, ofShard]) => {
    const byKey = Map.groupBy(ofShard, ([key]) => key);
    const json = JSON.stringify(
      Object.fromEntries(
        [...byKey]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, all]) => [key, all.map(([, one]) => one)]),
      ),
    );
    const name = path.slice('/verify/'.length, -'.json'.length);
    return { params: { shard: name }, props: { json }, cacheKey: json };
  });

/** The lists against which a browser checks a file or a number, in parts small enough for a telephone. */
export const getVerifyPaths = async () => {
  const [circulars, offices] = await Promise.all([getCirculars(), getOffices()]);
  const files = circulars.flatMap((entry) => circularFiles(entry, offices));
  const numbers = circulars.flatMap((entry) => circularNumbers(entry, offices));
  return [
    ...inShards([...files, ...(await formFiles())], fileShardPath),
    ...inShards(numbers, numberShardPath),
  ];
};
