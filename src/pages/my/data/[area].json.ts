import type { APIRoute } from 'astro';
import { getAreaPaths, respondArea } from '#site/my/area.ts';

export const getStaticPaths = getAreaPaths;

export const GET: APIRoute = async ({ props }) => respondArea(await props.make());
