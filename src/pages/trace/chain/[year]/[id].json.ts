import type { APIRoute } from 'astro';
import { renderPart } from '#astro/render.ts';
import Chain from '#components/chain/Chain.astro';
import { getTrackingFilePaths } from '#site/circular/paths.ts';
import { traceCircular } from '#site/trace/index.ts';

export const getStaticPaths = getTrackingFilePaths;

const draw = (chain: object): Promise<string> => renderPart(Chain, { chain });

export const GET: APIRoute = async ({ props }) =>
  Response.json(await traceCircular(props.entry, draw));
