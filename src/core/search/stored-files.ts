import type { Directory, IndexSource } from './index-reader.ts';
import { fileName } from './layout.ts';
import type { Facets, Sorts, StoredPage } from './stored-page.ts';

/** Reads JSON; throws a SyntaxError or a RangeError where it is damaged or something else. */
const decode = <T>(bytes: Uint8Array, is: (value: T) => boolean): T => {
  const value = JSON.parse(new TextDecoder().decode(bytes)) as T;
  if (!is(value)) throw new RangeError('a file of the index holds something else');
  return value;
};

const isPage = (page: Partial<StoredPage> | null): boolean =>
  typeof page?.url === 'string' &&
  typeof page.title === 'string' &&
  typeof page.text === 'string' &&
  Array.isArray(page.sections) &&
  typeof page.meta === 'object';

/** Whether facets are of as many pages. */
const areFacetsOf = (facets: Facets | null, pageCount: number): boolean =>
  facets !== null &&
  Object.values(facets).every(({ values, pages }) => values && pages?.length === pageCount);

const areSortsOf = (sorts: Sorts | null, pageCount: number): boolean =>
  sorts !== null && Object.values(sorts).every((values) => values?.length === pageCount);

/** Pages kept for the next question, which mostly finds the same ones: people type letter by letter. */
const MOST_PAGES = 200;

/**
 * What an index stores besides what it searches: pages, filters and sort orders. Each file is read on demand;
 * where it could not be loaded, or is damaged, that rejects, and the next question reads it again.
 */
export class StoredFiles {
  readonly #source: IndexSource;
  readonly #directory: Pick<Directory, 'pageCount' | 'pageName'>;
  readonly #pages = new Map<number, Promise<StoredPage>>();
  #facets: Promise<Facets> | undefined;
  #sorts: Promise<Sorts> | undefined;

  constructor(source: IndexSource, directory: Pick<Directory, 'pageCount' | 'pageName'>) {
    this.#source = source;
    this.#directory = directory;
  }

  facets(): Promise<Facets> {
    if (this.#facets) return this.#facets;
    const loading = this.#read<Facets>(fileName.facets, (facets) =>
      areFacetsOf(facets, this.#directory.pageCount),
    );
    this.#facets = loading;
    loading.catch(() => {
      this.#facets = undefined;
    });
    return loading;
  }

  sorts(): Promise<Sorts> {
    if (this.#sorts) return this.#sorts;
    const loading = this.#read<Sorts>(fileName.sorts, (sorts) =>
      areSortsOf(sorts, this.#directory.pageCount),
    );
    this.#sorts = loading;
    loading.catch(() => {
      this.#sorts = undefined;
    });
    return loading;
  }

  page(page: number): Promise<StoredPage> {
    const kept = this.#pages.get(page);
    if (kept) return kept;
    if (this.#pages.size >= MOST_PAGES) this.#pages.clear();
    const fetched = this.#read<StoredPage>(this.#directory.pageName(page), isPage);
    this.#pages.set(page, fetched);
    fetched.catch(() => this.#pages.delete(page));
    return fetched;
  }

  async #read<T>(name: string, is: (value: T) => boolean): Promise<T> {
    return decode<T>(await this.#source.read(name), is);
  }
}
