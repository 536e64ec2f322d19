/** Writes times as people of this country read them. */
export const dateTime = (language: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Bangkok',
  });
