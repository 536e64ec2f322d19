import type { APIRoute } from 'astro';
import { getFeedPaths } from '#site/follow/feeds.ts';
import { respondRss } from '#site/follow/respond.ts';

export const getStaticPaths = () => getFeedPaths('rss');

export const GET: APIRoute = ({ props }) => respondRss(props.feed);
