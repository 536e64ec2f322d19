import type { APIRoute } from 'astro';
import { getCircularFilePaths } from '#site/circular/paths.ts';
import { openTracking } from '#site/open-data/circulars.ts';
import { json } from '#site/open-data/context.ts';

export const getStaticPaths = getCircularFilePaths;

export const GET: APIRoute = ({ props }) => json(openTracking(props.entry));
