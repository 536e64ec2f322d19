import type { APIRoute } from 'astro';
import { getCircularPaths, openTracking } from '#site/open-data/circulars.ts';
import { json } from '#site/open-data/context.ts';

export const getStaticPaths = getCircularPaths;

export const GET: APIRoute = ({ props }) => json(openTracking(props.entry));
