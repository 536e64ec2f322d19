import type { APIRoute } from 'astro';
import { getAreaPaths } from '#site/my/area.ts';
import { textResponse } from '#store/portal/file-response.ts';

export const getStaticPaths = getAreaPaths;

export const GET: APIRoute = async ({ props }) =>
  textResponse(await props.make(), 'application/json');
