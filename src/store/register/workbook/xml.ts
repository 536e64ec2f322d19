import { Parser } from 'htmlparser2';
import type { RegisterMeter } from '../meter.ts';

/** What is to be done as XML is read. Names are without their prefix (`x:row` is `row`). */
export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const CHUNK = 1 << 18;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Makes a parser; entities of a document type are never expanded. */
const parserOf = ({ open, text, close }: XmlHandlers, meter: RegisterMeter): Parser => {
  meter.begin();
  return new Parser(
    {
      // At its name: what has a million of them is refused before the parser keeps them.
      onopentagname: () => meter.open(),
      ...(open ? { onopentag: (name, attributes) => open(localName(name), attributes) } : {}),
      ...(text ? { ontext: text } : {}),
      onclosetag: (name) => {
        meter.close();
        close?.(localName(name));
      },
    },
    { xmlMode: true },
  );
};

/** Reads XML to its end. */
export const readXml = (xml: string, handlers: XmlHandlers, meter: RegisterMeter): void => {
  parserOf(handlers, meter).end(xml);
};

/** Reads XML piece by piece, and gives what `take` has gathered after each. */
export function* readXmlRows<Row>(
  xml: string,
  handlers: XmlHandlers,
  meter: RegisterMeter,
  take: () => Row[],
): Generator<Row> {
  const parser = parserOf(handlers, meter);
  for (let at = 0; at < xml.length; at += CHUNK) {
    parser.write(xml.slice(at, at + CHUNK));
    yield* take();
  }
  parser.end();
  yield* take();
}
