import type { APIRoute } from 'astro';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import Chain from '#components/chain/Chain.astro';
import { getCircularFilePaths } from '#site/circular/paths.ts';
import { traceCircular } from '#site/trace/index.ts';

export const getStaticPaths = getCircularFilePaths;

// A container remembers each rendering and looks through all of them at the next, and it takes long to make one.
const ENOUGH = 100;
let container = AstroContainer.create();
let drawn = 0;

const draw = async (chain: object): Promise<string> => {
  drawn += 1;
  if (drawn % ENOUGH === 0) container = AstroContainer.create();
  return (await container).renderToString(Chain, { props: { chain } });
};

export const GET: APIRoute = async ({ props }) =>
  Response.json(await traceCircular(props.entry, draw));
