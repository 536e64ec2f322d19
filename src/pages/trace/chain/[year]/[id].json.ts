import type { APIRoute } from 'astro';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import Chain from '#components/chain/Chain.astro';
import { getCircularFilePaths } from '#site/circular/paths.ts';
import { traceCircular } from '#site/trace/index.ts';

export const getStaticPaths = getCircularFilePaths;

const container = AstroContainer.create();

export const GET: APIRoute = async ({ props }) => {
  const draw = async (chain: object) =>
    (await container).renderToString(Chain, { props: { chain } });
  return Response.json(await traceCircular(props.entry, draw));
};
