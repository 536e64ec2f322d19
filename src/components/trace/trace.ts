import { fill } from '#browser/dom.ts';
import { fetchJson } from '#browser/fetch-json.ts';
import { BASE } from '#browser/portal-base.ts';
import { printLetterNumber } from '#core/letter/number.ts';
import { matchTraces } from '#core/tracking/trace.ts';
import { longChainPath, sharedChainsName, sharedChainsPath } from '#core/tracking/trace-chains.ts';
import {
  type IndexedTrace,
  type NearPart,
  nearestNumbers,
  partsNearby,
  partsToSearch,
  type TracePart,
  tracePartPath,
  tracesInPart,
} from '#core/tracking/trace-index.ts';
import { readTraceQuery, type TraceQuery } from '#core/tracking/trace-query.ts';
import type { TracedCircular } from '#site/trace/index.ts';
import {
  foundAnswer,
  type Lead,
  lostAnswer,
  plainAnswer,
  searchNode,
  type TraceTexts,
} from './answer.ts';

/** Chains shown of circulars that have the same number; the others are listed. */
const MOST_CHAINS = 3;
/** Of a text that is no number nothing is kept in the address beyond this. */
const LONGEST_IN_ADDRESS = 200;

interface Answer {
  /** Read out by screen readers. */
  readonly said: string;
  readonly nodes: readonly Node[];
}

const fetchParts = async <Part>(names: readonly string[]): Promise<Part[]> =>
  (await Promise.all(names.map((name) => fetchJson<Part>(BASE + tracePartPath(name))))).filter(
    (part) => part !== null,
  );

type SharedChains = Readonly<Record<string, TracedCircular>>;

const fetchLead = async (id: string, traces: readonly IndexedTrace[]): Promise<Lead> => {
  const shared = await fetchJson<SharedChains>(BASE + sharedChainsPath(sharedChainsName(id)));
  const circular = shared?.[id] ?? (await fetchJson<TracedCircular>(BASE + longChainPath(id)));
  if (!circular) throw new Error(`${id}: the index names it, and its chain is not there`);
  return { circular, traces };
};

const lost = async (query: TraceQuery, texts: TraceTexts): Promise<Answer> => {
  const nearest = nearestNumbers(query, await fetchParts<NearPart>(partsNearby(query)));
  return {
    said: fill(texts.lost, { number: printLetterNumber(query.text) }),
    nodes: lostAnswer(query.text, nearest, texts),
  };
};

const answerTo = async (typed: string, texts: TraceTexts): Promise<Answer> => {
  const query = readTraceQuery(typed);
  if (!query) {
    const text = typed.trim().slice(0, LONGEST_IN_ADDRESS);
    return {
      said: texts.unreadable,
      nodes: [...plainAnswer(texts.unreadableText), searchNode(text, texts)],
    };
  }
  const parts = await fetchParts<TracePart>(partsToSearch(query));
  const { found, corrected, otherYear } = matchTraces(parts.flatMap(tracesInPart), query);
  if (found.length === 0) return lost(query, texts);
  const byCircular = [...Map.groupBy(found, ({ circular }) => circular)];
  const leads = await Promise.all(
    byCircular.slice(0, MOST_CHAINS).map(([id, traces]) => fetchLead(id, traces)),
  );
  const others = byCircular.slice(MOST_CHAINS).flatMap(([, traces]) => traces);
  const notes = [
    ...(corrected ? [texts.corrected] : []),
    ...(otherYear ? [fill(texts.otherYear, { year: query.year ?? '' })] : []),
    ...(byCircular.length > 1 ? [texts.several] : []),
  ];
  return {
    said: fill(texts.found, {
      number: printLetterNumber(query.text),
      count: byCircular.length,
    }),
    nodes: [...foundAnswer(leads, others, notes, texts), searchNode(query.text, texts)],
  };
};

const bind = (root: HTMLElement): void => {
  const texts = JSON.parse(root.dataset.trace ?? '') as TraceTexts;
  const input = root.querySelector<HTMLInputElement>('input[name=n]');
  const said = root.querySelector('[data-said]');
  const place = root.querySelector('[data-answer]');
  if (!input || !said || !place) throw new Error('the page that follows a number lacks a part');
  let latest = 0;

  const show = async (typed: string): Promise<void> => {
    const mine = ++latest;
    const isEmpty = typed.trim() === '';
    said.textContent = isEmpty ? '' : texts.working;
    place.replaceChildren();
    const answer = isEmpty
      ? null
      : await answerTo(typed, texts).catch((error: unknown): Answer => {
          console.error(error);
          return { said: texts.failed, nodes: [] };
        });
    if (mine !== latest || !answer) return;
    said.textContent = answer.said;
    place.replaceChildren(...answer.nodes);
    root.dataset.answered = String(mine);
  };

  const fromAddress = (): void => {
    const typed = new URLSearchParams(location.search).get('n') ?? '';
    input.value = typed;
    show(typed);
  };

  root.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = input.value;
    const kept = new URLSearchParams({ n: typed.slice(0, LONGEST_IN_ADDRESS).trim() });
    history.pushState(null, '', `${BASE}/trace/?${kept}`);
    show(typed);
  });
  addEventListener('popstate', fromAddress);
  fromAddress();
};

const root = document.querySelector<HTMLElement>('[data-trace]');
if (root) bind(root);
