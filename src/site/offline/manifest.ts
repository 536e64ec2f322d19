import { language, messages } from '../i18n.ts';

/** Sizes of the pictures of the app, which the build draws from favicon.svg. */
const ICONS = [
  { src: 'icons/192.png', sizes: '192x192', purpose: 'any' },
  { src: 'icons/512.png', sizes: '512x512', purpose: 'any' },
  { src: 'icons/maskable.png', sizes: '512x512', purpose: 'maskable' },
] as const;

/** What a device has to know to install the portal; its addresses are relative, so that it may be under any path. */
export const respondManifest = (): Response => {
  const { site, offline } = messages;
  const manifest = {
    name: `${site.name} - ${site.tagline}`,
    short_name: offline.shortName,
    description: site.description,
    lang: language,
    dir: 'ltr',
    start_url: './',
    scope: './',
    display: 'minimal-ui',
    theme_color: '#17356e',
    background_color: '#ffffff',
    icons: ICONS.map((icon) => ({ ...icon, type: 'image/png' })),
    shortcuts: [
      { name: messages.nav.search, url: 'search/' },
      { name: messages.my.title, url: 'my/' },
      { name: offline.title, url: 'offline/' },
    ],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { 'content-type': 'application/manifest+json; charset=utf-8' },
  });
};
