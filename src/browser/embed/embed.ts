import { reportToHost } from './frame.ts';
import { Part } from './part.ts';
import { CircularPart, NewestPart, SearchPart } from './parts.ts';

const KINDS = { search: SearchPart, newest: NewestPart, circular: CircularPart } as const;

// The script may be in a page several times.
for (const [kind, part] of Object.entries(KINDS)) {
  if (!customElements.get(`wian-${kind}`)) customElements.define(`wian-${kind}`, part);
}

/** Fills `<div data-wian="newest" data-section="news">`, for sites that let no elements of their own through. */
const fillPlaces = (): void => {
  for (const place of document.querySelectorAll<HTMLElement>('[data-wian]')) {
    const { wian = '', ...attributes } = place.dataset;
    delete place.dataset.wian;
    if (!Object.hasOwn(KINDS, wian)) continue;
    const part = document.createElement(`wian-${wian}`);
    for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value ?? '');
    place.replaceChildren(part);
  }
  const framed = document.querySelector('wian-circular[frame]');
  if (framed instanceof Part) reportToHost(framed);
};

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', fillPlaces);
else fillPlaces();
