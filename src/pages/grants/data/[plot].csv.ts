import type { APIRoute } from 'astro';
import { getGrantFilePaths } from '#site/figures/grants.ts';

export const getStaticPaths = () => getGrantFilePaths('csv');

export const GET: APIRoute = async ({ props }) =>
  new Response(await props.make(), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
