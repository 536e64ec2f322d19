import type { Loader } from 'astro/loaders';
import { problemAt } from '#core/check/content.ts';
import { unprintableFields } from '#core/check/rules/characters.ts';
import { OPERATOR_FILE, type Operator } from '#core/operator/operator.ts';
import { ProblemError } from '#core/problem.ts';
import { validate } from '#schema/issue-problem.ts';
import { operator } from '#schema/operator.ts';
import { readContentText } from '#store/files/content-file.ts';
import type { Read } from './read-record.ts';
import { wholeLoader } from './whole-loader.ts';
import { readYamlFile } from './yaml-file.ts';

/**
 * The operator from the text of the settings; null where there is no file (null) or nothing in it but comments: nobody runs
 * this copy. Null as well where something is wrong, which the problems tell.
 */
export const readOperator = (text: string | null): Read<Operator | null> => {
  if (text === null) return { value: null, problems: [] };
  const file = readYamlFile(text, OPERATOR_FILE);
  if (file.problems.length > 0) return { value: null, problems: file.problems };
  if (file.data === null || file.data === undefined) return { value: null, problems: [] };
  const { data, problems: ofFields } = validate(operator, file.data);
  const problems = [...ofFields, ...unprintableFields(file.data)];
  if (problems.length === 0) return { value: data as Operator, problems: [] };
  return {
    value: null,
    problems: problems.map(({ path, ...said }) => problemAt(file, path, said)),
  };
};

/** Loads the operator as the one entry of a collection; null in it where nobody runs this copy, as Astro warns of an empty one. */
export const operatorLoader = (): Loader =>
  wholeLoader('operator', [OPERATOR_FILE], (root) => {
    const { value, problems } = readOperator(readContentText(root, OPERATOR_FILE));
    if (problems.length > 0) throw new ProblemError(problems);
    return [['operator', { operator: value }]];
  });
