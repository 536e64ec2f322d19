/** Lines of a body below a heading of the second level, without blank lines; null where it has no such heading. */
export const sectionLines = (body: string, heading: string): string[] | null => {
  const lines = body.split('\n');
  const at = lines.findIndex((line) => line.trim() === `## ${heading}`);
  if (at < 0) return null;
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => /^#{1,2}\s/.test(line));
  return rest.slice(0, end < 0 ? rest.length : end).filter((line) => line.trim() !== '');
};

/** A body with the lines below a heading replaced, or with the heading and its lines at the end; all else stays. */
export const withSection = (body: string, heading: string, text: string): string => {
  const lines = body.split('\n');
  const at = lines.findIndex((line) => line.trim() === `## ${heading}`);
  if (at < 0) return `${body.replace(/\n*$/, '\n\n')}## ${heading}\n\n${text}\n`;
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => /^#{1,2}\s/.test(line));
  const behind = end < 0 ? [] : ['', ...rest.slice(end)];
  return [
    ...lines.slice(0, at + 1),
    '',
    ...text.split('\n'),
    ...(end < 0 ? [''] : []),
    ...behind,
  ].join('\n');
};
