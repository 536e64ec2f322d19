import type { APIRoute } from 'astro';
import { getFinanceFilePaths } from '#site/figures/finance.ts';

export const getStaticPaths = () => getFinanceFilePaths('csv');

export const GET: APIRoute = async ({ props }) =>
  new Response(await props.make(), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
