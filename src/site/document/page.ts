import { changeFragments } from '#core/history/page-event.ts';
import { viewAttachments } from '../circular/attachments.ts';
import { viewForce } from '../circular/force.ts';
import { viewBacklinks, viewReference } from '../circular/references.ts';
import { type DocumentEntry, hasTabs, renderBody } from '../content.ts';
import { getCrumbs } from '../frame.ts';
import { messages } from '../i18n.ts';
import { getOffices, officeName } from '../offices.ts';
import { answersOf, documentLink, getRecords, type RecordLink } from '../records.ts';
import { getRelated } from '../related.ts';
import { sharedUrl } from '../share/address.ts';
import { viewPreview } from '../share/preview.ts';
import { viewShare } from '../share/share.ts';
import { rowsOf } from './facts.ts';

const linksOf = (
  paths: readonly string[],
  records: ReadonlyMap<string, RecordLink>,
): RecordLink[] => paths.flatMap((path) => records.get(path) ?? []);

const originalOf = (data: DocumentEntry['data'], nameOf: (id: string) => string): string | null =>
  'kind' in data && data.kind === 'directive-letter' && data.issuer
    ? messages.circular.original(nameOf(data.issuer))
    : null;

/** Everything that the page of a manual, question, change, news item, law or form shows, and its text. */
export const getDocumentPage = async (entry: DocumentEntry) => {
  const [records, offices, body] = await Promise.all([
    getRecords(),
    getOffices(),
    renderBody(entry),
  ]);
  const { data } = entry;
  const link = documentLink(entry);
  const fragments = changeFragments(data.changes);
  const nameSource = (key: string): string => records.byPath.get(key)?.title ?? key;
  const sample = data.sample
    ? link.section === 'forms'
      ? ('form' as const)
      : ('page' as const)
    : null;
  return {
    link,
    title: data.title,
    number: 'number' in data ? data.number : undefined,
    summary: data.summary,
    draft: data.draft,
    sample,
    preview: viewPreview({ ...data, path: link.href }),
    share: viewShare({
      title: data.title,
      url: sharedUrl(link.href),
      sample: sample && messages.sample[sample],
      number: 'number' in data ? data.number : undefined,
      force: 'force' in data ? data.force : undefined,
    }),
    crumbs: getCrumbs(link.section),
    force: 'force' in data ? viewForce(data.force, records.byPath) : null,
    original: originalOf(data, (id) => officeName(offices, id)),
    rows: rowsOf(entry, offices, nameSource),
    officialText: 'officialText' in data ? data.officialText : undefined,
    attachments:
      'attachments' in data
        ? viewAttachments(data.attachments, link.href, messages.document.file)
        : [],
    refersTo:
      'references' in data
        ? data.references.map((one) => viewReference(one, records.byPath, nameSource))
        : [],
    sources: linksOf(data.sources, records.byPath),
    answers: linksOf(answersOf(data), records.byPath),
    related: linksOf(data.related, records.byPath),
    backlinks: viewBacklinks(link.path, records).filter(
      ({ record }) => !data.related.includes(record.path),
    ),
    similar: await getRelated(link.path),
    published: messages.format.date(data.published),
    changes: data.changes.map(({ date, note }, at) => ({
      id: fragments[at] ?? undefined,
      date: messages.format.date(date),
      iso: date,
      note,
    })),
    parts: body.headings
      .filter(({ depth }) => depth === 2)
      .map(({ slug, text }) => ({ id: slug, label: text })),
    Content: body.Content,
    hasTabs: hasTabs(entry),
  };
};

export type DocumentPage = Awaited<ReturnType<typeof getDocumentPage>>;
