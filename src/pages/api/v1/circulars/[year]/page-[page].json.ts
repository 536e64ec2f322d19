import type { APIRoute } from 'astro';
import { getCircularListPaths } from '#site/open-data/circulars.ts';
import { json } from '#site/open-data/context.ts';

export const getStaticPaths = getCircularListPaths;

export const GET: APIRoute = async ({ props }) => json(await props.make());
