import type { Problem } from '#core/problem.ts';
import type { Office } from './office.ts';

const FILE = 'content/registry/offices.csv';

const about = (office: Office, field: string, what: string, fix: string): Problem => ({
  file: FILE,
  field: `${office.id} ${field}`,
  what,
  fix,
});

/** What the rows of a registry say of each other that cannot be: ids twice, areas and successors that are not there. */
export const checkOffices = (offices: readonly Office[]): Problem[] => {
  const byId = new Map<string, Office>();
  const problems: Problem[] = [];
  for (const office of offices) {
    if (byId.has(office.id)) {
      problems.push(
        about(
          office,
          'id',
          `two offices have the id ${office.id}`,
          'Give each office an id of its own.',
        ),
      );
    }
    byId.set(office.id, office);
  }
  for (const office of offices) {
    const named: readonly (readonly [string, string | undefined])[] = [
      ['province', office.province],
      ['successor', office.successor],
      ...office.districts.map((id) => ['districts', id] as const),
    ];
    for (const [field, id] of named) {
      if (id !== undefined && !byId.has(id)) {
        problems.push(
          about(
            office,
            field,
            `${id} is not in the registry`,
            'Add that office, or correct the id.',
          ),
        );
      }
    }
    for (const id of office.districts) {
      const district = byId.get(id);
      if (district && district.province !== office.province) {
        problems.push(
          about(
            office,
            'districts',
            `${id} lies in ${district.province}, not in ${office.province}`,
            'Correct the province or the district.',
          ),
        );
      }
    }
    if (office.successor !== undefined && office.until === undefined) {
      problems.push(
        about(
          office,
          'until',
          'it has a successor, but no last day',
          'Give the last day on which it was an office.',
        ),
      );
    }
  }
  return problems;
};
