import type { APIRoute } from 'astro';
import { fileOf, getFigurePaths } from '#site/open-data/figures.ts';

export const getStaticPaths = () => getFigurePaths('finance', 'json');

export const GET: APIRoute = async ({ props }) => fileOf(await props.make(), 'json');
