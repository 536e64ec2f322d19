import type { APIRoute } from 'astro';
import Chain from '#components/chain/Chain.astro';
import { renderPart } from '#render/render.ts';
import { getChainPaths, traceCircular } from '#site/trace/index.ts';

export const getStaticPaths = getChainPaths;

const draw = (chain: object): Promise<string> => renderPart(Chain, { chain });

export const GET: APIRoute = async ({ props }) =>
  Response.json(await traceCircular(props.entry, draw));
