import type { Messages } from './messages.ts';

/** The words that components of a body add to what an editor wrote, in the language of the frame. */
export const componentTexts = ({ document, doubt, force, format, role }: Messages) => ({
  ...document.parts,
  noOffice: (date: string) => document.parts.noOffice(format.date(date)),
  role,
  force: force.status,
  doubt,
});
