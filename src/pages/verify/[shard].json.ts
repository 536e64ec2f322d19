import type { APIRoute } from 'astro';
import { getVerifyPaths } from '#site/link/verify.ts';

export const getStaticPaths = getVerifyPaths;

export const GET: APIRoute = ({ props }) => Response.json(props.shard);
