import { rolldown } from 'rolldown';

/**
 * A module with all that it imports as one classic script, minified. `define` gives values of names that it uses. Throws where
 * anything is doubtful, as an import that is not there would only fail in the browser.
 *
 * @param root folder of the project, for what the module imports by `#`
 */
export const bundleClassicScript = async (
  source: string,
  root: string,
  define: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const build = await rolldown({
    input: source,
    cwd: root,
    platform: 'browser',
    logLevel: 'silent',
    tsconfig: false,
    transform: { define: { ...define } },
    onLog: (level, log) => {
      if (level === 'warn') throw new Error(`${source}: ${log.message}`);
    },
  });
  try {
    const { output } = await build.generate({ format: 'iife', minify: true, codeSplitting: false });
    return output[0].code;
  } finally {
    await build.close();
  }
};
