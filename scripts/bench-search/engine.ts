import type { CorpusDocument } from './corpus.ts';
import type { BuildCost, Outcome } from './measures.ts';

/** A search engine under measurement. */
export interface Engine {
  /** Indexes a corpus in an empty folder. */
  readonly build: (documents: readonly CorpusDocument[], folder: string) => Promise<BuiltIndex>;
}

export interface BuiltIndex {
  readonly cost: BuildCost;
  /** Answers one query with nothing fetched before but what every query needs. */
  readonly query: (text: string) => Promise<Outcome>;
  readonly close?: () => Promise<void>;
}

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A document as a page of the built site. */
export const pageOf = ({ title, text }: CorpusDocument): string =>
  `<!doctype html><html lang="th"><head><title>${escapeHtml(title)}</title></head><body><main data-pagefind-body><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p></main></body></html>`;

export const urlOf = (id: string): string => `/${encodeURIComponent(id)}/`;
export const idOf = (url: string): string => decodeURIComponent(url.replace(/^\/|\/$/g, ''));
