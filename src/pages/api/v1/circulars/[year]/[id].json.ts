import type { APIRoute } from 'astro';
import { getCircularPaths, openCircular } from '#site/open-data/circulars.ts';
import { json } from '#site/open-data/context.ts';

export const getStaticPaths = getCircularPaths;

export const GET: APIRoute = ({ props }) => json(openCircular(props.entry));
