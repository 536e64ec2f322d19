import { element, textNodes } from '#browser/dom.ts';
import type { ActionRole } from '#core/letter/circular.ts';
import type { IsoDate } from '#core/letter/date.ts';
import type { Line } from '#core/my-office/area-circulars.ts';
import type { LeftTexts } from '#core/my-office/days-left.ts';
import type { ChosenType } from '#core/my-office/packed-names.ts';
import type { Messages } from '#i18n/messages.ts';

/** Texts that the page hands to its script; see `getMyPage`. */
export type Texts = Messages['my']['chosen'] &
  Messages['my']['choose']['said'] & {
    readonly types: Readonly<Record<ChosenType, string>>;
    readonly roles: Readonly<Record<'province' | 'district' | 'authority', readonly ActionRole[]>>;
    readonly roleNames: Readonly<Record<ActionRole, string>>;
    readonly check: string;
    readonly sample: string;
    readonly number: string;
    readonly numberMissing: string;
    readonly noRecord: string;
    readonly baht: string;
    readonly addOne: string;
    readonly asked: string;
    readonly subscribe: string;
    readonly download: string;
    /** Day of the data (ISO), and the same in words. */
    readonly day: IsoDate;
    readonly asOf: string;
    readonly left: LeftTexts;
  };

/** A `<p>` of the text, with its marks (see `textNodes`). */
export const paragraph = (text: string, className = ''): HTMLParagraphElement =>
  element('p', { className }, ...textNodes(text));

/** An `<a>` to an address within or outside of the portal, with a text that may hold marks. */
export const link = (href: string, text: string): HTMLAnchorElement =>
  element('a', { href }, ...textNodes(text));

/** A `<span>` styled as a badge in one of the colours of the portal; the text is taken literally. */
export const badge = (text: string, colour: 'vermilion' | 'turmeric' | 'indigo'): HTMLElement =>
  element('span', { className: `badge badge-${colour}` }, text);

/** A line, with the warning behind it where it has to be compared with the original. */
export const lineNodes = ([text, needsCheck]: Line, texts: Texts): (Node | string)[] => [
  ...textNodes(text),
  ...(needsCheck ? [' ', badge(texts.check, 'vermilion')] : []),
];
