import type { APIRoute } from 'astro';
import { getGrantFilePaths } from '#site/figures/grants.ts';

export const getStaticPaths = () => getGrantFilePaths('svg');

export const GET: APIRoute = async ({ props }) =>
  new Response(await props.make(), { headers: { 'content-type': 'image/svg+xml' } });
