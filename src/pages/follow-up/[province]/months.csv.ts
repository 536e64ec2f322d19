import type { APIRoute } from 'astro';
import { getFollowUpCsvPaths } from '#site/figures/follow-up.ts';
import { textResponse } from '#store/portal/file-response.ts';

export const getStaticPaths = getFollowUpCsvPaths;

export const GET: APIRoute = async ({ props }) =>
  textResponse(await props.make(), 'text/csv; charset=utf-8');
