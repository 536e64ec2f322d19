import type { APIRoute } from 'astro';
import type { DocumentKind } from '#site/content.ts';
import { json, list } from '#site/open-data/context.ts';
import { DOCUMENT_KINDS, getOpenDocuments } from '#site/open-data/documents.ts';

export const getStaticPaths = () => DOCUMENT_KINDS.map((kind) => ({ params: { kind } }));

export const GET: APIRoute = async ({ params }) =>
  json(list(await getOpenDocuments(params.kind as DocumentKind)));
