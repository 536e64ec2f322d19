import type { APIRoute } from 'astro';
import { csv, getFigureTablePaths } from '#site/open-data/figures.ts';

export const getStaticPaths = () => getFigureTablePaths('grants');

export const GET: APIRoute = async ({ props }) => csv(await props.make());
