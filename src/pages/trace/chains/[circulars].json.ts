import type { APIRoute } from 'astro';
import { renderPart } from '#astro/render.ts';
import Chain from '#components/chain/Chain.astro';
import { getSharedChainPaths, traceCirculars } from '#site/trace/index.ts';

export const getStaticPaths = getSharedChainPaths;

const draw = (chain: object): Promise<string> => renderPart(Chain, { chain });

export const GET: APIRoute = async ({ props }) =>
  Response.json(await traceCirculars(props.entries, draw));
