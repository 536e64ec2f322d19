import type { Problem } from '#core/problem.ts';
import type { ContentFile, Rule } from '../content.ts';
import { extensionOf, isExecutableName, refusedName } from '../file-kind.ts';

/** Files of content that its own programs read; what is in them is checked by other rules. */
const OWN = new Set(['mdx', 'yaml', 'yml']);

const ACTS =
  'Whoever opens it from the portal would run what is in it, with the trust that the portal has.';

const ofName = (path: string): Problem | null => {
  const refused = refusedName(path);
  return refused === null
    ? null
    : {
        file: path,
        what: `it is ${refused.is}, which is not published`,
        why: ACTS,
        fix: refused.fix,
      };
};

/** Programs have no place in an archive either; a web page in one is opened by whoever unpacked it. */
const ofMembers = ({ path, members = [] }: ContentFile): Problem | null => {
  const name = members.find(isExecutableName);
  return name === undefined
    ? null
    : {
        file: path,
        what: `the archive holds a program (${name.slice(name.lastIndexOf('/') + 1)})`,
        why: ACTS,
        fix: 'Take it out of the archive.',
      };
};

const ofContent = ({ path, disguise }: ContentFile): Problem | null =>
  disguise === undefined
    ? null
    : {
        file: path,
        what: `by its name it is a ${extensionOf(path).toUpperCase()} file, but ${disguise}`,
        why: 'Programs that go by its content would run or show something else than its name says.',
        fix: 'Save it anew in the program that made it, as PDF or as the kind that its name says.',
      };

/** No file is of a kind that could act as the portal or as a program, by its name, its content or what it holds. */
export const fileKinds: Rule = function* ({ files }) {
  for (const file of files) {
    if (OWN.has(extensionOf(file.path))) continue;
    const problem = ofName(file.path) ?? ofContent(file) ?? ofMembers(file);
    if (problem) yield problem;
  }
};
