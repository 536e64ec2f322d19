/** Paths of the signs, drawn for strokes of 2 on a square of 24, each with the ring of the wordmark where it fits. */
export const ICONS = {
  search: 'M15.5 15.5 21 21M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0Z',
  menu: 'M9 6h12M9 12h12M9 18h12M5 6a1 1 0 1 1-2 0 1 1 0 0 1 2 0ZM5 12a1 1 0 1 1-2 0 1 1 0 0 1 2 0ZM5 18a1 1 0 1 1-2 0 1 1 0 0 1 2 0Z',
  download: 'M12 3v12m0 0 5-5m-5 5-5-5M4 20h16',
  outside: 'M13 4h7v7M20 4l-9 9M9 5H4v15h15v-5',
  copy: 'M9 9V3h12v12h-6M3 9h12v12H3Z',
  share:
    'M8.6 10.6l6.8-3.4M8.6 13.4l6.8 3.4M21 5.8a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM9 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM21 18.2a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z',
  check: 'M12 8v5M12 16.2v.6M12 2.6 22.4 21H1.6Z',
  missing: 'M6 2h8l5 5v15H6M14 2v5h5M2 10l7 7M9 10l-7 7',
  file: 'M6 2h8l5 5v15H6ZM14 2v5h5M9 13h7M9 17h7',
  clock: 'M12 7v5l3.5 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  again: 'M20 11a8 8 0 0 0-14.7-3.5M4 3v5h5M4 13a8 8 0 0 0 14.7 3.5M20 21v-5h-5',
} as const;
export type IconName = keyof typeof ICONS;
