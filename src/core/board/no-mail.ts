/** No mail server takes letters for names that end in it (RFC 2606). */
const DOMAIN = '@no-mail.invalid';

/** What stands in the place of the e-mail address of a member who has given none; `id` is lower-case letters and digits. */
export const noMailAddress = (id: string): string => `${id}${DOMAIN}`;

/** Whether an address is somebody's, and not what stands in the place of one. */
export const isMailAddress = (address: string): boolean => !address.toLowerCase().endsWith(DOMAIN);
