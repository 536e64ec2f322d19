import {
  chunkToString,
  renderSlotToString,
  type renderToString,
} from 'astro/runtime/server/index.js';

/** What Astro's runtime keeps while it renders one page. */
export type RenderResult = Parameters<typeof renderToString>[0];

/** A component as Astro compiles it. */
export type Component = Parameters<typeof renderToString>[1];

type Props = Readonly<Record<string, unknown>>;
type SlotsOfComponent = Parameters<RenderResult['createAstro']>[1];

/** What Astro settled for all pages of a build: its manifest has this and more. */
export interface RenderSettings
  extends Readonly<
    Pick<
      RenderResult,
      | 'base'
      | 'clientDirectives'
      | 'componentMetadata'
      | 'compressHTML'
      | 'inlinedScripts'
      | 'renderers'
      | 'trailingSlash'
      | 'userAssetsBase'
    >
  > {
  /** File of each script by the name that components have for it. */
  readonly entryModules: Readonly<Record<string, string>>;
}

/** Where a component is rendered. */
export interface Place {
  /** Address of the page. */
  readonly url: URL;
  /** Address of the portal. */
  readonly site: URL;
  /** Addresses of the stylesheets of the page, in order. */
  readonly styles: readonly string[];
}

/** Takes the place of what a file does not have, and throws when it is used; undefined would be taken for a value. */
const absent = <Thing extends object>(owner: string): Thing =>
  new Proxy({} as Thing, {
    get: (_, name) => {
      throw new Error(
        `A page asks for "${String(name)}" of ${owner}, which the file that is made of it does not have: see src/astro.`,
      );
    },
  });

class Slots {
  private readonly result: RenderResult;
  private readonly slots: SlotsOfComponent;
  constructor(result: RenderResult, slots: SlotsOfComponent) {
    this.result = result;
    this.slots = slots;
  }
  async render(name: string): Promise<string | undefined> {
    const slot = this.slots?.[name];
    return slot && chunkToString(this.result, await renderSlotToString(this.result, slot));
  }
}

/**
 * What a component knows as `Astro`. A class, as V8 keeps an object literal with accessors, and with it all that they reach,
 * until it collects all garbage: Astro's own, made for each request, keep some 60 KB of each page for so long.
 */
class AstroOfComponent {
  /** Set by the component to itself. */
  self: unknown = null;
  readonly props: Props;
  readonly url: URL;
  readonly site: URL;
  private readonly result: RenderResult;
  private readonly slotsOfComponent: SlotsOfComponent;
  constructor(result: RenderResult, place: Place, props: Props, slots: SlotsOfComponent) {
    this.props = props;
    this.url = place.url;
    this.site = place.site;
    this.result = result;
    this.slotsOfComponent = slots;
  }
  get slots(): Slots {
    return new Slots(this.result, this.slotsOfComponent);
  }
}
Object.setPrototypeOf(AstroOfComponent.prototype, absent('Astro'));

const metadataOf = (
  { componentMetadata }: RenderSettings,
  { moduleId }: Component,
): RenderResult['_metadata'] => {
  const known = componentMetadata.get(moduleId ?? '');
  return {
    hasHydrationScript: false,
    rendererSpecificHydrationScripts: new Set(),
    renderedScripts: new Set(),
    hasDirectives: new Set(),
    hasRenderedHead: false,
    hasRenderedServerIslandRuntime: false,
    headInTree: known?.containsHead ?? false,
    extraHead: [],
    extraStyleHashes: [],
    extraScriptHashes: [],
    propagators: new Set(),
    routeHasPropagation: known !== undefined && known.propagation !== 'none',
    pendingSlotEvaluations: [],
    templateDepth: 0,
  };
};

/** No policy of Astro's: each page has one of ours, see components/policy. */
const NO_POLICY = {
  cspDestination: 'meta',
  shouldInjectCspMetaTags: false,
  cspAlgorithm: 'SHA-256',
  directives: [],
  scriptHashes: [],
  scriptResources: [],
  styleHashes: [],
  styleResources: [],
  isStrictDynamic: false,
  scriptDirective: { resources: [], hashes: [], strictDynamic: false },
  styleDirective: { resources: [], hashes: [] },
} as const satisfies Partial<RenderResult>;

const linkTo = (href: string) => ({ props: { rel: 'stylesheet', href }, children: '' });

/** What Astro's runtime needs to render `component` once. Each rendering needs its own. */
export const newResult = (
  settings: RenderSettings,
  place: Place,
  component: Component,
): RenderResult => {
  const { entryModules } = settings;
  const result: RenderResult = {
    base: settings.base,
    clientDirectives: settings.clientDirectives,
    componentMetadata: settings.componentMetadata,
    compressHTML: settings.compressHTML,
    inlinedScripts: settings.inlinedScripts,
    renderers: settings.renderers,
    trailingSlash: settings.trailingSlash,
    userAssetsBase: settings.userAssetsBase,
    ...NO_POLICY,
    cancelled: false,
    partial: false,
    links: new Set(),
    scripts: new Set(),
    styles: new Set(place.styles.map(linkTo)),
    params: absent('its params'),
    pathname: place.url.pathname,
    createAstro: (props, slots) =>
      new AstroOfComponent(result, place, props, slots) as unknown as ReturnType<
        RenderResult['createAstro']
      >,
    resolve: async (script) => {
      const file = entryModules[script];
      if (file === undefined) throw new Error(`No file of the portal has the script ${script}.`);
      return `/${file}`;
    },
    response: absent('its response'),
    request: absent('its request'),
    cookies: undefined,
    getServerIslandNameMap: async () => new Map(),
    key: absent('the key of its islands'),
    _metadata: metadataOf(settings, component),
  };
  return result;
};
