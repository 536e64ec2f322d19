import type { APIRoute } from 'astro';
import { getForceNamePaths } from '#site/in-force.ts';

export const getStaticPaths = getForceNamePaths;

export const GET: APIRoute = async ({ props }) => Response.json(await props.make());
