import type { APIRoute } from 'astro';
import { getTracePartPaths } from '#site/trace/index.ts';

export const getStaticPaths = getTracePartPaths;

export const GET: APIRoute = ({ props }) => Response.json(props.part);
