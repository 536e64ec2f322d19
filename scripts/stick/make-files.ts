import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bundleOf } from '#core/stick/index-bundle.ts';
import { isIndexFile } from '#core/stick/kinds.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { bundleModule, bundleOwn, bundleWorker } from './bundle-scripts.ts';
import { bundleScript, dataScript, quoted, textScript } from './data-script.ts';
import { frameOf, lineTexts, OWN, STYLE } from './pieces.ts';
import type { StickPlan } from './plan.ts';
import { rewriteCss } from './rewrite-css.ts';
import { PageRewriter } from './rewrite-html.ts';

/** A file of the stick. */
export interface MadeFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** Names of scripts in a bundle. All that it imports is within it: what it still names is run by workers. */
const NAMED_SCRIPT = /[`"'](?:[^`"'\s]*\/)?([^`"'\s/]+\.js)[`"']/g;

/** What other files than the portal's own take the place of; given to {@link makeFiles}. */
export interface Replaced {
  /** Files of the index of search by their paths within the portal, in place of the portal's. */
  readonly index: ReadonlyMap<string, Buffer> | null;
}

/** Makes the files of a stick, one after the other, so that memory holds one. */
export class StickMaker {
  readonly #plan: StickPlan;
  readonly #rewriter: PageRewriter;
  readonly #linkedData = new Set<string>();
  readonly #scripts = new Map<string, string>();
  readonly #shapes = new Map<string, string>();
  /** By top folder, what the lists of the stick name: paths within the portal, and how each file is there. */
  readonly #lists = new Map<string, string[]>();
  readonly #replaced: Replaced;
  readonly #lineTexts: readonly string[];

  constructor(plan: StickPlan, replaced: Replaced) {
    this.#plan = plan;
    this.#replaced = replaced;
    this.#lineTexts = lineTexts(plan.portal.language);
    const { portal, places, kinds } = plan;
    const { origin, pathname } = new URL(portal.site);
    this.#rewriter = new PageRewriter({
      base: pathname.replace(/\/$/, ''),
      origin,
      placeOf: (file) => (file === OWN.page ? file : (places.get(file) ?? null)),
      linked: (file) => {
        if (kinds.get(file) === 'data') this.#linkedData.add(file);
      },
      scriptOf: (file) => {
        if (file === OWN.check) return file;
        if (kinds.get(file) !== 'script') return null;
        const place = `stick/js/${basename(file)}`;
        this.#scripts.set(place, file);
        return place;
      },
      shapesOf: (file) => {
        if (kinds.get(file) !== 'file') return null;
        const place = `stick/js/${basename(file)}.js`;
        this.#shapes.set(place, file);
        return place;
      },
      notHere: LANGUAGES[portal.language].stick.notHere,
      ...frameOf(portal),
    });
  }

  #read(file: string): Buffer {
    return readFileSync(join(this.#plan.portal.folder, file));
  }

  #listed(file: string, how: 'data' | 'file'): void {
    const slash = file.indexOf('/');
    const top = slash < 0 ? '_' : file.slice(0, slash);
    const list = this.#lists.get(top) ?? [];
    list.push(`${file}\t${how}`);
    this.#lists.set(top, list);
  }

  /** HTML in which scripts give the stick as the reason why there is no data, and not the connection. */
  #withoutLine(html: string): string {
    const { unread } = LANGUAGES[this.#plan.portal.language].stick;
    return this.#lineTexts.reduce((all, text) => all.replaceAll(text, unread), html);
  }

  /** A page of the stick made of the HTML of a page of the portal, or of its own. */
  page(html: string, page: string, place: string): Buffer {
    return Buffer.from(this.#rewriter.rewrite(this.#withoutLine(html), page, place));
  }

  *#portalFiles(): Generator<MadeFile> {
    const { portal, places, dataPlaces, kinds } = this.#plan;
    const { index } = this.#replaced;
    const base = new URL(portal.site).pathname.replace(/\/$/, '');
    for (const file of portal.files) {
      const place = places.get(file);
      if (place === undefined) continue;
      const kind = kinds.get(file);
      if (kind === 'page') {
        const bytes = this.page(this.#read(file).toString('utf8'), file, place);
        this.#listed(file, 'file');
        yield { path: place, bytes };
      } else if (kind === 'style') {
        const css = this.#read(file).toString('utf8');
        const placeOf = (one: string) => places.get(one) ?? null;
        yield { path: place, bytes: Buffer.from(rewriteCss(css, file, place, base, placeOf)) };
      } else if (kind === 'file') {
        this.#listed(file, 'file');
        yield { path: place, bytes: this.#read(file) };
      } else if (kind === 'data') {
        if (bundleOf(file) !== null || (index !== null && isIndexFile(file))) continue;
        yield this.#data(file, this.#read(file), dataPlaces.get(file) ?? `${file}.js`);
      }
    }
    for (const [file, bytes] of index ?? [])
      if (bundleOf(file) === null) yield this.#data(file, bytes, `${file}.js`);
    yield* this.#bundles();
  }

  *#bundles(): Generator<MadeFile> {
    const { index } = this.#replaced;
    const bundles = new Map<string, string[]>();
    for (const file of index?.keys() ?? this.#plan.dataPlaces.keys()) {
      const bundle = bundleOf(file);
      if (bundle === null) continue;
      const files = bundles.get(bundle) ?? [];
      files.push(file);
      bundles.set(bundle, files);
    }
    for (const [bundle, files] of bundles) {
      const parts = files.map(
        (file) => [basename(file), index?.get(file) ?? this.#read(file)] as const,
      );
      this.#listed(bundle, 'data');
      yield { path: `${bundle}.js`, bytes: Buffer.from(bundleScript(bundle, new Map(parts))) };
    }
  }

  #data(file: string, bytes: Buffer, path: string): MadeFile {
    const script = Buffer.from(dataScript(file, bytes));
    this.#listed(file, 'data');
    return { path, bytes: script };
  }

  async *#scriptFiles(): AsyncGenerator<MadeFile> {
    const { portal, isPartial, kinds } = this.#plan;
    const own = {
      site: portal.site,
      partial: isPartial,
      notHere: LANGUAGES[portal.language].stick.notHere,
      lost: LANGUAGES[portal.language].stick.lost,
      lists: this.listNames,
    };
    yield { path: OWN.script, bytes: Buffer.from(await bundleOwn('stick', own)) };
    yield { path: OWN.check, bytes: Buffer.from(await bundleOwn('check', own)) };
    yield { path: OWN.style, bytes: Buffer.from(STYLE) };
    const workers = new Set<string>();
    for (const [place, file] of [...this.#scripts].sort()) {
      const code = await bundleModule(join(portal.folder, file));
      for (const [, name = ''] of code.matchAll(NAMED_SCRIPT)) {
        if (kinds.get(`_astro/${name}`) === 'script') workers.add(name);
      }
      yield { path: place, bytes: Buffer.from(code) };
    }
    for (const name of [...workers].sort()) {
      const code = await bundleWorker(join(portal.folder, '_astro', name));
      yield { path: `stick/js/${name}`, bytes: Buffer.from(code) };
    }
    for (const [place, file] of [...this.#shapes].sort()) {
      const svg = this.#read(file).toString('utf8');
      yield { path: place, bytes: Buffer.from(`wianStick.shapes(${quoted(svg)});\n`) };
    }
  }

  *#listFiles(): Generator<MadeFile> {
    for (const [top, lines] of [...this.#lists].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const path = OWN.list(top);
      yield { path, bytes: Buffer.from(textScript(`list ${top}`, lines.sort().join('\n'))) };
    }
  }

  /** Names of the lists, for the page that goes through them. */
  get listNames(): string[] {
    return [...this.#lists.keys()].sort();
  }

  /** All files but the page of what is on the stick and the list of digests. */
  async *files(): AsyncGenerator<MadeFile> {
    yield* this.#portalFiles();
    const { places } = this.#plan;
    for (const file of [...this.#linkedData].sort()) {
      yield { path: places.get(file) ?? file, bytes: this.#read(file) };
    }
    yield* this.#scriptFiles();
    yield* this.#listFiles();
  }
}
