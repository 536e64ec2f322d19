import type { APIRoute } from 'astro';
import { getCircularListPaths, openCircularList } from '#site/open-data/circulars.ts';
import { json } from '#site/open-data/context.ts';

export const getStaticPaths = getCircularListPaths;

export const GET: APIRoute = ({ props }) => json(openCircularList(props.list));
