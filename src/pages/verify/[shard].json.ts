import type { APIRoute } from 'astro';
import { getVerifyPaths } from '#site/verify/verify.ts';

export const getStaticPaths = getVerifyPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(props.json, { headers: { 'content-type': 'application/json' } });
