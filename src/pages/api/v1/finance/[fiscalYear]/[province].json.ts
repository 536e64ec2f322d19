import type { APIRoute } from 'astro';
import { json } from '#site/open-data/context.ts';
import { getFigurePaths } from '#site/open-data/figures.ts';

export const getStaticPaths = () => getFigurePaths('finance');

export const GET: APIRoute = async ({ props }) => json(await props.make());
