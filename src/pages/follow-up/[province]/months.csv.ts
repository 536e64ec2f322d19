import type { APIRoute } from 'astro';
import { getFollowUpCsvPaths } from '#site/figures/follow-up.ts';

export const getStaticPaths = getFollowUpCsvPaths;

export const GET: APIRoute = async ({ props }) =>
  new Response(await props.make(), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
