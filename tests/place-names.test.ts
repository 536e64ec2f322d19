import { join } from 'node:path';
import { expect, it } from 'vitest';
import { wholeWords } from '#core/text/whole-words.ts';
import { readRegistry } from '#store/registry/read-registry.ts';

/** Parts of a name before and within which a line may break. */
const TYPES = /^(?:จังหวัด|อำเภอ|เขต|องค์การบริหาร(?:ส่วนจังหวัด|ส่วนตำบล)|เทศบาล(?:ตำบล|เมือง|นคร))/;

it('keeps the proper name of every place of the registry on one line', async () => {
  const { byId } = await readRegistry(join(import.meta.dirname, '..'));
  const names = [...byId.values()].map(({ name }) => name).filter((name) => TYPES.test(name));
  const broken = names.filter((name) => {
    const start = name.replace(TYPES, '').length;
    const sentence = `ตามที่${name}และหน่วยงานอื่น`;
    const end = sentence.indexOf(name) + name.length;
    return !wholeWords(sentence).some(
      (span) => span.end === end && span.end - span.start === start,
    );
  });
  expect(broken).toEqual([]);
  expect(names.length).toBeGreaterThan(1000);
});
