import type { APIRoute } from 'astro';
import type { DocumentKind } from '#site/content.ts';
import { getDocumentSections } from '#site/frame.ts';
import { json, list } from '#site/open-data/context.ts';
import { getOpenDocuments } from '#site/open-data/documents.ts';

export const getStaticPaths = async () =>
  (await getDocumentSections()).map((kind) => ({ params: { kind } }));

export const GET: APIRoute = async ({ params }) =>
  json(list(await getOpenDocuments(params.kind as DocumentKind)));
