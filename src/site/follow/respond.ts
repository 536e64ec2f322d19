import { atom } from '#output/feed/atom.ts';
import { jsonFeed } from '#output/feed/json-feed.ts';
import { rss } from '#output/feed/rss.ts';
import { asOf } from '../as-of.ts';
import { type FeedHead, getFeed } from './feeds.ts';

const site = new URL(import.meta.env.SITE);

const answer = (body: string, type: string): Response =>
  new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } });

/** A feed as RSS 2.0. */
export const respondRss = async (feed: FeedHead): Promise<Response> =>
  answer(await rss(await getFeed(feed), site), 'application/rss+xml');

/** A feed as Atom (RFC 4287). */
export const respondAtom = async (feed: FeedHead): Promise<Response> =>
  answer(atom(await getFeed(feed), site, asOf), 'application/atom+xml');

/** A feed as JSON Feed 1.1. */
export const respondJsonFeed = async (feed: FeedHead): Promise<Response> =>
  answer(jsonFeed(await getFeed(feed), site), 'application/feed+json');
