import type { APIRoute } from 'astro';
import Chain from '#components/chain/Chain.astro';
import { renderPart } from '#render/render.ts';
import { getSharedChainPaths, traceCirculars } from '#site/trace/index.ts';

export const getStaticPaths = getSharedChainPaths;

const draw = (chain: object): Promise<string> => renderPart(Chain, { chain });

export const GET: APIRoute = async ({ props }) =>
  Response.json(await traceCirculars(props.entries, draw));
