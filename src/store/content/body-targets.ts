import { type BodyTarget, type BodyTargets, idsInBody } from '#core/body/reference.ts';
import type { Circular } from '#core/letter/circular.ts';
import { officeAddress } from '#core/office/address.ts';
import type { Office } from '#core/office/office.ts';
import { circular } from '#schema/circular.ts';
import { form, law } from '#schema/document.ts';
import { readContentText } from '#store/files/content-file.ts';
import { readKeptRegistry } from '#store/registry/read-registry.ts';
import { readPage } from './page-file.ts';

// See letter-index-channel.ts: configuration and loaders are two instances of this module.
const KEY = Symbol.for('wian.body-targets');
const processWide = globalThis as { [KEY]?: Map<string, BodyTarget> };
const known = (): Map<string, BodyTarget> => {
  processWide[KEY] ??= new Map();
  return processWide[KEY];
};

/** What the components of the bodies read so far lead to. */
export const currentBodyTargets = (): BodyTargets => known();

/** Makes targets known to the bodies that are rendered from now on. */
export const publishBodyTargets = (targets: BodyTargets): void => {
  for (const [id, target] of targets) known().set(id, target);
};

const frontMatterOf = (root: string, path: string): unknown => {
  for (const file of [`content/${path}.mdx`, `content/${path}/index.mdx`]) {
    const text = readContentText(root, file);
    if (text !== null) return readPage(text, file).frontMatter.data;
  }
  return undefined;
};

const circularTarget = (href: string, { title, letter, force }: Circular): BodyTarget => ({
  kind: 'letter',
  href,
  title,
  number: letter.number,
  force: force.status,
});

const recordTarget = (root: string, path: string): BodyTarget | null => {
  const raw = frontMatterOf(root, path);
  const href = `/${path}/`;
  switch (path.split('/')[0]) {
    case 'circulars': {
      const { data } = circular.safeParse(raw);
      return data ? circularTarget(href, data) : null;
    }
    case 'laws': {
      const { data } = law.safeParse(raw);
      if (!data) return null;
      return {
        kind: 'letter',
        href,
        title: data.title,
        number: data.number,
        force: data.force.status,
      };
    }
    case 'forms': {
      const { data } = form.safeParse(raw);
      return data ? { kind: 'form', href, title: data.title } : null;
    }
    default:
      return null;
  }
};

const officeTarget = (id: string, offices: ReadonlyMap<string, Office>): BodyTarget | null => {
  const office = offices.get(id);
  if (!office) return null;
  const above = [office.districts[0], office.province];
  return {
    kind: 'office',
    href: officeAddress(office),
    name: office.name,
    within: above.flatMap((one) => (one === undefined ? [] : (offices.get(one)?.name ?? []))),
    until: office.until,
  };
};

/**
 * What the components of a body lead to, read from the content of the project at `root`; what is not there is left out, for
 * the check and the step that renders to report.
 */
export const readBodyTargets = async (root: string, text: string): Promise<BodyTargets> => {
  const targets = new Map<string, BodyTarget>();
  let offices: ReadonlyMap<string, Office> | undefined;
  for (const id of idsInBody(text)) {
    if (!id.includes('/')) offices ??= (await readKeptRegistry(root)).byId;
    const target =
      offices && !id.includes('/') ? officeTarget(id, offices) : recordTarget(root, id);
    if (target) targets.set(id, target);
  }
  return targets;
};
