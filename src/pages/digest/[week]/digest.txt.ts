import type { APIRoute } from 'astro';
import { getDigestTextPaths } from '#site/follow/digest.ts';

export const getStaticPaths = getDigestTextPaths;

export const GET: APIRoute = async ({ props }) =>
  new Response(await props.make(), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
