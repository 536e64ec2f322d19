import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NAME_HEADS } from '#core/my-office/packed-names.ts';
import { type AuthorityType, existsOn, levelOfType, type Office } from '#core/office/office.ts';
import type { Registry } from '#core/office/registry.ts';
import { OFFICE_COLUMNS } from '#schema/office.ts';
import { csvLine } from '#store/csv/table.ts';
import { REGISTRY_FILES, readRegistry } from '#store/registry/read-registry.ts';

/** Authorities of the country in mid-2022, besides Bangkok. */
const TOTALS: Readonly<Record<AuthorityType, number>> = {
  pao: 76,
  city: 30,
  town: 195,
  special: 1,
  'subdistrict-municipality': 2247,
  sao: 5300,
};
const BY_DISTRICT: ReadonlySet<AuthorityType> = new Set(['subdistrict-municipality', 'sao']);

const FIRST = 'บ้าน หนอง โคก ดง ท่า แม่ ห้วย คลอง เขา นา ป่า วัง โพธิ์ บึง สระ เวียง ทุ่ง ดอน ศรี บาง'.split(
  ' ',
);
const SECOND =
  'แก้ว ใหญ่ น้อย กลาง หลวง ขาว แดง ทราย พระ เงิน ทอง ไผ่ มะขาม ยาง ตาล งาม สวย สูง เย็น ชัย พล มน ลาน หิน'.split(
    ' ',
  );

/** Names that repeat about as often as real ones do; neighbours in the list never share one. */
const bareName = (at: number): string =>
  `${FIRST[at % 20]}${SECOND[(at * 7) % 24]}${at % 3 === 0 ? SECOND[(at * 5) % 24] : ''}`;

/** The registry counts what an area should have at most; an area of which that is known gets nothing. */
const readCounted = async (root: string): Promise<ReadonlySet<string>> => {
  const lines = (await readFile(join(root, REGISTRY_FILES.coverage), 'utf8')).split('\n').slice(1);
  return new Set(lines.map((line) => line.split(',')[0] ?? ''));
};

const rowOf = (id: string, type: AuthorityType, at: number, area: Office): string => {
  const name = `${NAME_HEADS[type]}${type === 'special' ? 'เมืองตัวอย่าง' : bareName(at)}`;
  const [province, district] =
    area.type === 'province' ? [area.id, ''] : [area.province as string, area.id];
  return csvLine([id, type, name, '', province, district, '', '', '', '', 'local-list']);
};

/** Rows of made-up authorities that bring a registry to the totals of the country; the same registry gives the same rows. */
export const madeUpAuthorities = (
  { offices }: Pick<Registry, 'offices'>,
  counted: ReadonlySet<string>,
  day: string,
): string[] => {
  const there = offices.filter((office) => existsOn(office, day));
  const areas = there.filter(
    ({ id, province }) => !counted.has(id) && province !== 'p10' && id !== 'p10',
  );
  const provinces = areas.filter(({ type }) => type === 'province');
  const districts = areas.filter(({ type }) => type === 'district');
  const rows: string[] = [];
  const serials = new Map<string, number>();
  for (const type of Object.keys(TOTALS) as AuthorityType[]) {
    const parents = BY_DISTRICT.has(type) ? districts : provinces;
    const missing = TOTALS[type] - there.filter((one) => one.type === type).length;
    for (let at = 0; at < missing; at++) {
      const parent = parents[at % parents.length] as Office;
      // Within a parent the names differ, as each round takes another.
      const round = Math.floor(at / parents.length);
      const number = (at % parents.length) * 37 + round;
      // Ids of authorities begin with the digits of their province.
      const province = parent.type === 'province' ? parent.id : (parent.province as string);
      const serial = serials.get(province) ?? 0;
      serials.set(province, serial + 1);
      const id = `a${province.slice(1)}9${String(serial).padStart(3, '0')}`;
      rows.push(rowOf(id, type, number, parent));
    }
  }
  return rows;
};

/** Writes made-up authorities as the imported list of a project, up to the totals of the country; resolves to how many it has then. */
export const addAuthorities = async (root: string, day: string): Promise<number> => {
  const rows = madeUpAuthorities(await readRegistry(root), await readCounted(root), day);
  const file = join(root, REGISTRY_FILES.local);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${[csvLine(OFFICE_COLUMNS), ...rows].join('\n')}\n`);
  return (await readRegistry(root)).offices.filter(
    (office) => levelOfType(office.type) === 'authority' && existsOn(office, day),
  ).length;
};
