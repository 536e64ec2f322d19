import { Parser } from 'htmlparser2';
import type { NamingMetadata } from '#core/check/content.ts';
import { type FileMetadata, mayBePerson, withoutRepeats } from './file-metadata.ts';

// Names within their namespaces, whatever prefix a program gives these.
const PERSON =
  /^(?:creator|author|authors|artist|by-?line|captionwriter|credit|contributor|ownername|cameraownername|lastmodifiedby|owner|personinimage|creatorcontactinfo|ciemailwork|citelwork)$/i;
const PLACE =
  /^(?:gps(?:latitude|longitude|position|coordinates)|ciadr(?:extadr|city|pcode)|sublocation)$/i;
const DEVICE = /^(?:serialnumber|bodyserialnumber|cameraserialnumber|lensserialnumber)$/i;

const local = (name: string): string => name.slice(name.lastIndexOf(':') + 1);

const naming = (name: string, value: string): NamingMetadata[] => {
  const property = local(name);
  if (value.trim() === '') return [];
  if (PERSON.test(property)) {
    return mayBePerson(value) ? [{ property: `XMP ${name}`, names: 'person' }] : [];
  }
  if (PLACE.test(property)) return [{ property: `XMP ${name}`, names: 'place' }];
  return DEVICE.test(property) ? [{ property: `XMP ${name}`, names: 'device' }] : [];
};

/** What an XMP packet says: values are attributes, or text within an element or its list. */
export const xmpMetadata = (xml: string): FileMetadata => {
  const found: NamingMetadata[] = [];
  const texts: string[] = [];
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        open.push(name);
        for (const [key, value] of Object.entries(attributes)) {
          found.push(...naming(key, value));
          texts.push(value);
        }
      },
      ontext: (text) => {
        if (text.trim() === '') return;
        texts.push(text);
        const property = open.findLast((name) => !name.startsWith('rdf:'));
        if (property !== undefined) found.push(...naming(property, text));
      },
      onclosetag: () => open.pop(),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return { naming: withoutRepeats(found), parts: [{ place: 'XMP', text: texts.join('\n|\n') }] };
};
