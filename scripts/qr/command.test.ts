import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  ATTACHMENT_NUMBERS,
  added,
  type Files,
  GOOD,
  PAGE,
  removed,
  replaced,
  SHORT_CODES,
  withProject,
} from '../../tests/check/good-content.ts';
import { jsqr } from '../../tests/qr/decoders.ts';
import { fromSharp } from '../../tests/qr/picture.ts';
import { EXIT } from '../lib/command.ts';
import { recordedRun } from '../lib/recorded-run.ts';
import { qr } from './command.ts';

const OFFICES = `id,type,name,name_en,province,districts,prefix,from,until,successor,source
moi,ministry,กระทรวงมหาดไทย,,,,มท,,,,x
p50,province,จังหวัดเชียงใหม่,,,,ชม,,,,x
d5009,district,อำเภอฝาง,,p50,,,,,,x
a500901,sao,องค์การบริหารส่วนตำบลหนองแวง,,p50,d5009,,,,,x
a500902,sao,องค์การบริหารส่วนตำบลหนองแวง,,p50,d5009,,,2020-01-01,,x
`;
const FILES = added(
  added(GOOD, 'content/registry/offices.csv', OFFICES),
  'content/registry/coverage.csv',
  'area,type,total,as_of,source\n',
);
const ID = '2568-dla-0808-4-w15-0402';

const run = async (root: string, args: string[], url = 'https://wian.example') => {
  const { code, out, err } = await recordedRun(qr, args, {
    cwd: root,
    env: { WIAN_SITE_URL: url },
  });
  return { code, out, err: err.join('\n') };
};
const inProject = (use: (root: string) => Promise<void>, files: Files = FILES) =>
  withProject(files, use);
const written = (root: string) => readdir(join(root, 'qr')).catch(() => []);

describe('npm run qr', () => {
  it('draws codes of a portal that stands under a path', async () => {
    await inProject(async (root) => {
      await run(root, ['FVD2YV'], 'https://wian.example/sub/path');
      const svg = await readFile(join(root, `qr/${ID}.svg`));
      const picture = await fromSharp(sharp(svg, { density: 300 }));
      expect(await jsqr([picture])).toEqual(['HTTPS://WIAN.EXAMPLE/sub/path/q/FVD2YV/']);
    });
  });

  it.each([
    ['FVD2YV'],
    ['dla-0808-4-w15-0402'],
    ['2568/dla-0808-4-w15-0402'],
    ['/circulars/2568/dla-0808-4-w15-0402/'],
    ['มท', '๐๘๐๘.๔/ว', '๑๕'],
  ])('draws the circular that "%s" names', async (...asked) => {
    await inProject(async (root) => {
      const { code, out } = await run(root, asked);
      expect([code, out]).toEqual([EXIT.ok, [`qr/${ID}.svg`]]);
      const svg = await readFile(join(root, `qr/${ID}.svg`));
      const picture = await fromSharp(sharp(svg, { density: 300 }));
      expect(await jsqr([picture])).toEqual(['HTTPS://WIAN.EXAMPLE/q/FVD2YV/']);
    });
  });

  it('leads to an attachment, and names the office that passes on', async () => {
    await inProject(async (root) => {
      const args = ['FVD2YV', '--attachment', '1', '--office', 'จังหวัดเชียงใหม่', '--format', 'png'];
      expect((await run(root, args)).code).toBe(EXIT.ok);
      const name = `${ID}-attachment-1-p50`;
      expect((await written(root)).sort()).toEqual([
        `${name}-screen-1080.png`,
        `${name}-screen-320.png`,
        `${name}.png`,
      ]);
      const picture = await fromSharp(sharp(join(root, `qr/${name}.png`)));
      expect(await jsqr([picture])).toEqual(['HTTPS://WIAN.EXAMPLE/q/FVD2YV/1/#p50']);
    });
  });

  it('makes sheets of A4, one large code or a grid', async () => {
    await inProject(async (root) => {
      await run(root, ['--all', '--format', 'sheet']);
      await run(root, ['--all', '--format', 'sheet', '--size', '25']);
      expect((await written(root)).sort()).toEqual([`${ID}-labels-25mm.pdf`, `${ID}-sheet.pdf`]);
      const pdf = await readFile(join(root, `qr/${ID}-labels-25mm.pdf`), 'latin1');
      expect(pdf.match(/ Do Q/g)?.length).toBeGreaterThan(20);
    });
  });

  it('never writes over a file unasked, and then writes nothing at all', async () => {
    await inProject(async (root) => {
      await run(root, ['FVD2YV', '--format', 'png']);
      const before = await stat(join(root, `qr/${ID}.png`));
      const again = await run(root, ['FVD2YV', '--format', 'png', '--size', '30']);
      expect(again.code).toBe(EXIT.failed);
      expect(again.err.split('\n').slice(0, 3)).toEqual([
        `qr/${ID}.png: the file is there already`,
        '  why: A file that somebody may have printed from is not written over unasked.',
        '  fix: Give another folder with --out, or --force to write over it.',
      ]);
      expect(await stat(join(root, `qr/${ID}.png`))).toEqual(before);
      expect((await run(root, ['FVD2YV', '--format', 'png', '--force'])).code).toBe(EXIT.ok);
    });
  });

  it('writes nothing on a dry run', async () => {
    await inProject(async (root) => {
      expect((await run(root, ['FVD2YV', '--dry-run'])).out).toEqual([`qr/${ID}.svg`]);
      expect(await written(root)).toEqual([]);
    });
  });

  it.each([
    ['an unknown circular', ['dla-0808-4-w16-0402']],
    ['a code with a wrong character', ['FVD3YV']],
    ['an unknown office', ['FVD2YV', '--office', 'จังหวัดเชียงไหม่']],
    ['an office by half its name', ['FVD2YV', '--office', 'อำเภอฝาง']],
    ['an office that is no more', ['FVD2YV', '--office', 'a500902']],
    ['an attachment that there is not', ['FVD2YV', '--attachment', '2']],
    ['a code too small to read', ['FVD2YV', '--size', '10']],
    ['a label too big for A4', ['FVD2YV', '--format', 'sheet', '--size', '250']],
  ])('refuses %s', async (_, args) => {
    await inProject(async (root) => {
      const { code, err } = await run(root, args);
      expect(code).toBe(EXIT.failed);
      expect(err).toMatchSnapshot();
      expect(await written(root)).toEqual([]);
    });
  });

  it('refuses an address that no code of that size holds', async () => {
    await inProject(async (root) => {
      const { err } = await run(root, ['FVD2YV'], `https://${'a'.repeat(60)}.${'b'.repeat(60)}.th`);
      expect(err).toMatch(/would have modules of 0\.\d+ mm at 20 mm/);
      expect(err).toMatch(/Print it at \d+ mm or more \(--size \d+\)/);
    });
  });

  it.each([
    [[]],
    [['FVD2YV', '--all']],
    [['FVD2YV', '--format', 'gif']],
    [['FVD2YV', '--size', '-3']],
    [['FVD2YV', '--attachment', '1.5']],
    [['FVD2YV', '--nonsense']],
  ])('is called wrongly with %o', async (args) => {
    await inProject(async (root) => {
      const { code, err } = await run(root, args);
      expect([code, err]).toEqual([EXIT.usage, expect.stringMatching(/--help/)]);
    });
  });

  it('draws a circular whatever is wrong with others: drafts without a code, pages that cannot be read', async () => {
    const page = GOOD.get(PAGE) as string;
    const draft = page
      .replaceAll('dla-0808-4-w15-0402', 'dla-0808-4-w99-0402')
      .replaceAll('ว 15', 'ว 99')
      .replace('\n---', '\ndraft: true\n---');
    const path = 'content/circulars/2568/dla-0808-4-w99-0402/index.mdx';
    await inProject(
      async (root) => {
        for (const args of [
          ['FVD2YV', '--dry-run'],
          ['--all', '--dry-run'],
        ])
          expect(await run(root, args)).toMatchObject({ code: EXIT.ok, out: [`qr/${ID}.svg`] });
        const { code, err } = await run(root, ['dla-0808-4-w99-0402']);
        expect(code).toBe(EXIT.failed);
        expect(err).toContain(`${path}: the circular is a draft, and has no short code`);
      },
      added(FILES, path, draft),
    );
    await inProject(
      async (root) => {
        expect((await run(root, ['FVD2YV', '--dry-run'])).code).toBe(EXIT.ok);
        expect((await run(root, ['--all'])).err).toContain('the circular cannot be read');
      },
      added(FILES, path, '---\nid: 1\n---\n'),
    );
  });

  it('registers what has no code, and asks for it before drawing', async () => {
    const withoutCode = replaced(
      FILES,
      SHORT_CODES,
      '2568/dla-0808-4-w15-0402,FVD2YV,2026-11-21\n',
      '',
    );
    const unregistered = removed(withoutCode, ATTACHMENT_NUMBERS);
    await inProject(async (root) => {
      expect((await run(root, ['--all'])).err).toMatch(/the circular has no short code yet/);
      expect((await run(root, ['--register', '--dry-run'])).out.at(-1)).toBe(
        'would be registered: 1 of circulars, 1 of attachments',
      );
      expect((await run(root, ['--register'])).out).toEqual([
        'FVD2YV  2568/dla-0808-4-w15-0402',
        'attachment 1  2568/dla-0808-4-w15-0402  guide.pdf',
        'registered: 1 of circulars, 1 of attachments',
      ]);
      expect((await run(root, ['--all'])).code).toBe(EXIT.ok);
    }, unregistered);
  });
});
