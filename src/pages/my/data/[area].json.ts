import type { APIRoute } from 'astro';
import { getAreaPaths } from '#site/my/area.ts';

export const getStaticPaths = getAreaPaths;

export const GET: APIRoute = async ({ props }) => Response.json(await props.make());
