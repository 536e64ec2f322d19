import { portalAddress } from '#core/address/portal-address.ts';
import { isWithdrawn } from '#core/force/force.ts';
import { changeFragments } from '#core/history/page-event.ts';
import { citeLetter } from '#core/letter/cite.ts';
import { filesOfCircular } from '#core/letter/letter-file.ts';
import type { CircularEntry } from '../content.ts';
import { datedActions } from '../follow/calendar-path.ts';
import { getCrumbs } from '../frame.ts';
import { messages } from '../i18n.ts';
import { getOffices, officeName } from '../offices.ts';
import { circularLink, getDependencies } from '../records.ts';
import { getRelated } from '../related.ts';
import { viewPreview } from '../share/preview.ts';
import { getCircularShare } from '../share/share.ts';
import { viewActions } from './actions.ts';
import { archiveHref, viewAttachments } from './attachments.ts';
import { getChain } from './chain-of.ts';
import { withCutOuts } from './cut-outs.ts';
import { viewEssentials } from './essentials.ts';
import { viewForce } from './force.ts';
import { viewLetterFace } from './letter-face.ts';
import { viewLetterFile } from './letter-file.ts';
import { viewBacklinks, viewReference } from './references.ts';
import { nameSources } from './sources.ts';

/** Parts of the page in their order, for its table of contents. */
const partsOf = (
  actions: string,
  hasGuidance: boolean,
  hasContact: boolean,
  hasLetterFile: boolean,
) => {
  const t = messages.circular;
  return [
    { id: 'actions', label: actions },
    ...(hasGuidance ? [{ id: 'guidance', label: t.guidance }] : []),
    { id: 'letter', label: t.facts },
    { id: 'attachments', label: hasLetterFile ? t.files : t.attachments },
    { id: 'chain', label: t.chain },
    { id: 'references', label: t.references },
    ...(hasContact ? [{ id: 'contact', label: t.contact }] : []),
    { id: 'cite', label: t.cite },
  ];
};

/** Everything that the page of a circular shows, besides its guidance. */
export const getCircularPage = async (entry: CircularEntry) => {
  const [records, offices] = await Promise.all([getDependencies(entry), getOffices()]);
  const { circular, coveringLetters } = entry.data;
  const { letter } = circular;
  const nameSource = nameSources(coveringLetters, offices, records.byPath);
  const link = circularLink(entry);
  const issuer = officeName(offices, letter.issuer);
  const hasGuidance = entry.body.text.trim() !== '';
  const fragments = changeFragments(circular.changes);
  const isOver = isWithdrawn(circular.force);
  const { actions, actionsOnce } = messages.circular;
  const actionsTitle = isOver ? actionsOnce : actions;
  return {
    hasGuidance,
    parts: partsOf(
      actionsTitle,
      hasGuidance,
      letter.contact !== undefined,
      circular.letterFile !== undefined,
    ),
    actionsTitle,
    isOver,
    id: circular.id,
    link,
    title: circular.title,
    number: letter.number,
    summary: circular.summary,
    draft: circular.draft,
    sample: circular.sample,
    crumbs: getCrumbs('circulars'),
    essentials: viewEssentials(circular, nameSource),
    force: viewForce(circular.force, records.byPath),
    actions: viewActions(datedActions(entry), nameSource),
    face: withCutOuts(
      viewLetterFace(circular, offices, records.byPath, nameSource),
      circular,
      link.href,
    ),
    letterFile: viewLetterFile(circular, link.href),
    attachments: viewAttachments(circular.attachments, link.href),
    archive: archiveHref(filesOfCircular(circular), link.href),
    attachmentsBy: circular.attachmentsBy,
    chain: await getChain(entry),
    cancels: circular.cancels.map((one) => viewReference(one, records.byPath, nameSource)),
    backlinks: viewBacklinks(link.path, records),
    related: await getRelated(link.path),
    citation: citeLetter({ ...letter, issuer }),
    preview: viewPreview({ ...circular, path: link.href, number: letter.number }),
    share: await getCircularShare(entry, nameSource),
    address: portalAddress(import.meta.env.SITE, link.href),
    published: messages.format.date(circular.published),
    changes: circular.changes.map(({ date, note }, at) => ({
      id: fragments[at] ?? undefined,
      date: messages.format.date(date),
      iso: date,
      note,
    })),
  };
};

export type CircularPage = Awaited<ReturnType<typeof getCircularPage>>;
