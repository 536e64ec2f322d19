import { Tokenizer } from 'htmlparser2';

/** An attribute by where it is in the HTML, which is decoded nowhere. */
export interface Attribute {
  readonly name: string;
  readonly start: number;
  valueStart: number;
  valueEnd: number;
  end: number;
}

/** A start tag; `end` is behind its ">". */
export interface StartTag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly attributes: readonly Attribute[];
}

/** An end tag; `end` is behind its ">". */
export interface EndTag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface TagListener {
  /** Names of start tags that are heard of; the others are passed over. */
  readonly names: ReadonlySet<string>;
  readonly start: (tag: StartTag) => void;
  readonly end: (tag: EndTag) => void;
}

const ignore = (): void => {};

/** Hears the tags of a page in order. No tree is made: pages come by the ten thousand, and only addresses in them change. */
export const listenToTags = (html: string, listener: TagListener): void => {
  let name = '';
  let start = 0;
  let isHeard = false;
  let attributes: Attribute[] = [];
  let current: Attribute | null = null;
  const endTag = (at: number): void => {
    if (isHeard) listener.start({ name, start, end: at + 1, attributes });
  };
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: false },
    {
      onopentagname: (from, to) => {
        name = html.slice(from, to).toLowerCase();
        start = from - 1;
        isHeard = listener.names.has(name);
        if (attributes.length > 0) attributes = [];
      },
      onattribname: (from, to) => {
        current = null;
        if (!isHeard) return;
        const attribute = html.slice(from, to).toLowerCase();
        current = { name: attribute, start: from, valueStart: to, valueEnd: to, end: to };
        attributes.push(current);
      },
      onattribdata: (from, to) => {
        if (current === null) return;
        current.valueStart = from;
        current.valueEnd = to;
      },
      onattribend: (_quote, to) => {
        if (current !== null) current.end = to;
      },
      onopentagend: endTag,
      onselfclosingtag: endTag,
      onclosetag: (from, to) => {
        const end = html.indexOf('>', to) + 1;
        listener.end({ name: html.slice(from, to).toLowerCase(), start: from - 2, end });
      },
      onattribentity: ignore,
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onprocessinginstruction: ignore,
      ontext: ignore,
      ontextentity: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
};
