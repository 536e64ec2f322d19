/** What Node's parseArgs rejects, by its codes (Node 24). */
const UNKNOWN = 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
const VALUE = 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE';
const EXTRA = 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL';

const codeOf = (error: unknown): string =>
  error instanceof Error ? String((error as { code?: unknown }).code) : '';

/** Whether an error says that a command was called with other arguments than it takes. */
export const isArgumentError = (error: unknown): error is Error =>
  codeOf(error).startsWith('ERR_PARSE_ARGS');

/** The first words that a message of Node names in single quotes. */
const namedIn = (message: string): string => /'([^']+)'/.exec(message)?.[1] ?? '';

/** A dash and more than the name of an option: text that somebody means as a title or a file. */
const isText = (arg: string): boolean =>
  /^-/.test(arg) && !/^-(?:[a-z]|-[a-z][a-z-]*)(?:=|$)/i.test(arg);

/**
 * What is wrong with the arguments of a command, and how to write them, in place of Node's words for programmers. `args` are
 * those that it was called with.
 */
export const argumentErrorText = (error: Error, args: readonly string[]): string => {
  const name = namedIn(error.message);
  switch (codeOf(error)) {
    case UNKNOWN: {
      const text = args.find((arg) => isText(arg) && arg.startsWith(name.trim()));
      return text === undefined
        ? `There is no option "${name}".`
        : `"${text}" begins with a dash and is taken for options. Put -- before it: -- "${text}"`;
    }
    case VALUE: {
      // "-o, --office <value>" of an option that has a letter, too.
      const option = name.replace(/ <value>$/, '').replace(/^.*, /, '');
      if (/ambiguous/.test(error.message)) {
        return `What follows ${option} begins with a dash. If it is the value, write ${option}=VALUE; if not, the value is missing.`;
      }
      return / does not take /.test(error.message)
        ? `${option} takes no value.`
        : `${option} needs a value behind it.`;
    }
    case EXTRA:
      return `"${name}" is not expected here: this command takes options alone.`;
    default:
      return error.message;
  }
};
