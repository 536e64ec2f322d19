const made = new Map<string, Intl.DateTimeFormat>();

/** Writes times as people of this country read them; one a language, as making it takes as long as a short page. */
export const dateTime = (language: string): Intl.DateTimeFormat => {
  const known = made.get(language);
  if (known) return known;
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Bangkok',
  });
  made.set(language, format);
  return format;
};
