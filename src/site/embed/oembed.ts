import { oembedFields } from '#core/embed/oembed.ts';
import { previewText } from '#core/share/card-text.ts';
import type { CircularEntry } from '../content.ts';
import { messages } from '../i18n.ts';
import { sharedUrl } from '../share/address.ts';

/** The oEmbed answer for a circular but its title, which its open data have already. */
export const getOembed = ({ id, data: { circular } }: CircularEntry) =>
  oembedFields({
    title: circular.title,
    url: sharedUrl(`/circulars/${id}/`),
    frame: sharedUrl(`/embed/circular/?circular=${id}`),
    portal: sharedUrl('/'),
    text: previewText(
      {
        summary: messages.force.status[circular.force.status],
        sample: circular.sample ? messages.sample.badge : null,
        number: circular.letter.number,
      },
      { ...messages.share.lines, status: (status) => messages.force.status[status] },
    ),
    provider: messages.site.name,
  });

/** Absolute address of that answer: the open data of the circular, which holds it. */
export const oembedHref = ({ id }: CircularEntry): string =>
  sharedUrl(`/api/v1/circulars/${id}.json`);
