import type { APIRoute } from 'astro';
import { getFeedPaths } from '#site/follow/feeds.ts';
import { respondAtom } from '#site/follow/respond.ts';

export const getStaticPaths = () => getFeedPaths('atom');

export const GET: APIRoute = ({ props }) => respondAtom(props.feed);
