import { Parser } from 'htmlparser2';
import type { NamingMetadata } from '#core/check/content.ts';
import { mayBePerson, withoutRepeats } from './file-metadata.ts';

/** Elements whose text is somebody's name, in OOXML and OpenDocument. */
const PERSON_ELEMENTS =
  /^(?:[\w-]+:)?(?:creator|lastModifiedBy|Manager|initial-creator|printed-by|author|DisplayName)$/;
/** Attributes that say who changed something or remarked on it; which elements have them matters for common names. */
const PERSON_ATTRIBUTES = /^(?:w\d*:author|w\d*:userId|userName|lastEditedBy)$/;
const PERSON_TAGS = /^(?:person|userInfo|cmAuthor|p\d*:cmAuthor|p\d*:author)$/;
const PERSON_TAG_ATTRIBUTES = /^(?:displayName|name|userId)$/;
const PERSON_PROPERTY = /author|owner|creator|editor|manager|reviewer|checked|e-?mail|user|ผู้/i;
const USER_FOLDER = /(?:[\\/](?:Users|home)[\\/]|[\\/]Documents and Settings[\\/])[^\\/"<>]+/i;

/** What is to be looked at; sheets and texts have nothing of it and are long. */
export const mayNamePersons = (name: string): boolean =>
  /^docProps\/|^meta\.xml$|^content\.xml$|^styles\.xml$|^customXml\/|people|person|comment|author|revisions\/|workbook\.xml$|\.rels$|^word\/(?:document|header|footer|footnotes|endnotes|settings)/i.test(
    name,
  ) && /\.(?:xml|rels)$/i.test(name);

const MAY_HOLD =
  /DisplayName|userInfo|creator|odifiedBy|anager|author|printed-by|userId|userName|person|property|user-defined|Users|home|Settings/i;

/** Who is named in a part of a document of Word, Excel, PowerPoint or OpenDocument. */
export const personsInPart = (part: string, xml: string): NamingMetadata[] => {
  if (!MAY_HOLD.test(xml)) return [];
  const found: NamingMetadata[] = [];
  const person = (property: string, value: string): void => {
    if (mayBePerson(value)) found.push({ property: `${property} (${part})`, names: 'person' });
  };
  let open: { name: string; property: string } | null = null;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (PERSON_ELEMENTS.test(name)) open = { name, property: name };
        const own = attributes.name ?? attributes['meta:name'];
        const isProperty = name === 'property' || name === 'meta:user-defined';
        if (isProperty && own !== undefined && PERSON_PROPERTY.test(own)) {
          open = { name, property: own };
        }
        for (const [key, value] of Object.entries(attributes)) {
          if (PERSON_ATTRIBUTES.test(key)) person(key, value);
          else if (PERSON_TAGS.test(name) && PERSON_TAG_ATTRIBUTES.test(key)) person(key, value);
          else if ((key === 'url' || key === 'Target') && USER_FOLDER.test(value)) {
            person(`${key} with the folder of a user`, value);
          }
        }
      },
      ontext: (text) => {
        if (open !== null) person(open.property, text);
      },
      onclosetag: (name) => {
        if (open?.name === name) open = null;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return withoutRepeats(found);
};
