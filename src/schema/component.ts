import { z } from 'zod';
import { ACTION_ROLES } from '#core/letter/circular.ts';
import { line, officeId } from './letter.ts';
import { matching } from './refusal.ts';

/** Kinds of notice, from the mildest. */
export const NOTICE_KINDS = ['note', 'important', 'warning'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Hosts to which a video may lead, besides those below .go.th. */
export const VIDEO_HOSTS = ['www.youtube.com', 'youtube.com', 'youtu.be', 'vimeo.com'] as const;

const isVideoHost = (host: string): boolean =>
  VIDEO_HOSTS.some((one) => one === host) || host.endsWith('.go.th');

const videoAddress = z.string().refine(
  (text) => {
    const url = URL.parse(text);
    return url?.protocol === 'https:' && url.username === '' && isVideoHost(url.hostname);
  },
  {
    error: (issue) =>
      `"${String(issue.input)}" is not an address of a video that a page may lead to`,
    params: {
      why: 'Readers are led only to hosts of a short list, and by an encrypted connection.',
      fix: `Write an address with https:// of ${VIDEO_HOSTS.join(', ')} or of a host below .go.th; for any other write a plain link.`,
    },
  },
);

const letterPath = matching(/^(?:circulars\/\d{4}|laws)\/[a-z0-9-]+$/, {
  is: 'is not the path of a letter',
  fix: 'Write circulars/<B.E. year>/<id> or laws/<slug>, as under "sources".',
});

const formPath = matching(/^forms\/[a-z0-9-]+$/, {
  is: 'is not the path of a form',
  fix: 'Write forms/<slug>, the name of a folder in content/forms.',
});

/** What may be within a component. */
export type ComponentContent = 'nothing' | 'text' | 'blocks' | 'numbered list' | 'picture' | 'tabs';

/** A component that a body may use: its attributes, what it holds, and whether it is a block of its own or part of a line. */
export interface ComponentRule {
  readonly attributes: z.ZodObject;
  readonly holds: ComponentContent;
  readonly isInline: boolean;
  /** How it is written, for people who got it wrong. */
  readonly example: string;
}

/** The components of bodies by name; everything else that begins with a capital letter is refused. */
export const COMPONENTS = {
  Steps: {
    attributes: z.strictObject({}),
    holds: 'numbered list',
    isInline: false,
    example: '<Steps>, a numbered list, </Steps>',
  },
  Notice: {
    attributes: z.strictObject({ kind: z.enum(NOTICE_KINDS), title: line.optional() }),
    holds: 'blocks',
    isInline: false,
    example: '<Notice kind="note">, text, </Notice>',
  },
  Letter: {
    attributes: z.strictObject({ record: letterPath }),
    holds: 'nothing',
    isInline: true,
    example: '<Letter record="laws/slug" />',
  },
  Form: {
    attributes: z.strictObject({ record: formPath }),
    holds: 'nothing',
    isInline: true,
    example: '<Form record="forms/slug" />',
  },
  Contact: {
    attributes: z.strictObject({ office: officeId }),
    holds: 'nothing',
    isInline: true,
    example: '<Contact office="p50" />',
  },
  Key: {
    attributes: z.strictObject({}),
    holds: 'text',
    isInline: true,
    example: '<Key>Ctrl+S</Key>',
  },
  Figure: {
    attributes: z.strictObject({ caption: line }),
    holds: 'picture',
    isInline: false,
    example: '<Figure caption="text">, a picture as ![text](./map.png), </Figure>',
  },
  Tabs: {
    attributes: z.strictObject({}),
    holds: 'tabs',
    isInline: false,
    example: '<Tabs>, two or more <Tab role="user">, </Tabs>',
  },
  Tab: {
    attributes: z.strictObject({ role: z.enum(ACTION_ROLES) }),
    holds: 'blocks',
    isInline: false,
    example: '<Tab role="user">, text, </Tab> within <Tabs>',
  },
  Video: {
    attributes: z.strictObject({ href: videoAddress, title: line }),
    holds: 'nothing',
    isInline: false,
    example: '<Video href="https://youtu.be/id" title="text" />',
  },
} as const satisfies Record<string, ComponentRule>;
export type ComponentName = keyof typeof COMPONENTS;

/** Whether a name of an element is that of a component. */
export const isComponentName = (name: string | null): name is ComponentName =>
  name !== null && Object.hasOwn(COMPONENTS, name);
