import pg from 'pg';

/** Statements that a connection keeps, of which the desk has some hundred, and the characters of the longest: long ones differ in their rows. */
const MOST_STATEMENTS = 500;
const LONGEST_STATEMENT = 2000;

/** Names of statements, alike on all connections. */
const names = new Map<string, string>();

const nameOf = (text: string): string | undefined => {
  const known = names.get(text);
  if (known || text.length > LONGEST_STATEMENT || names.size >= MOST_STATEMENTS) return known;
  const name = `wian_${names.size}`;
  names.set(text, name);
  return name;
};

/**
 * A connection on which PostgreSQL parses and plans each statement with parameters once: without a name the driver has it
 * parsed and planned for each query, which takes as long as a short query itself.
 */
export class KeepingClient extends pg.Client {
  // The pool and Kysely call it with a text and values alone; what else the driver allows goes to it as it comes.
  override query(...given: unknown[]): never {
    const [text, values, ...others] = given;
    const query = super.query as (...args: unknown[]) => never;
    const name =
      typeof text === 'string' && Array.isArray(values) && values.length > 0 && nameOf(text);
    return name ? query.call(this, { name, text, values }, ...others) : query.apply(this, given);
  }
}
