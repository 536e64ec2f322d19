import type { APIRoute } from 'astro';
import { getFollowUpCsvPaths, respondMonths } from '#site/figures/follow-up.ts';

export const getStaticPaths = getFollowUpCsvPaths;

export const GET: APIRoute = async ({ props }) => respondMonths(await props.make());
