/** What a link of a letter says: whose address it is for, and the one that is to take its place. */
export interface Link {
  readonly email: string;
  readonly updateTo?: string;
}

/** Reads the token of a link that better-auth made or has checked: a JSON Web Token. Null where it is none. */
export const readLink = (token: string): Link | null => {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  } catch {
    return null;
  }
};
