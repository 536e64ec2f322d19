import type { Prose } from './prose.ts';
import type { asOfPage } from './th/as-of.ts';
import type { circular } from './th/circular.ts';
import type { dictionary } from './th/dictionary.ts';
import type { document } from './th/document.ts';
import type { embed } from './th/embed.ts';
import type { figures } from './th/figures.ts';
import type { follow } from './th/follow.ts';
import type { formats } from './th/formats.ts';
import type { frame } from './th/frame.ts';
import type { th } from './th/index.ts';
import type { letterFile } from './th/letter-file.ts';
import type { link } from './th/link.ts';
import type { my } from './th/my.ts';
import type { office } from './th/office.ts';
import type { offline } from './th/offline.ts';
import type { openData } from './th/open-data.ts';
import type { operator } from './th/operator.ts';
import type { prose } from './th/prose.ts';
import type { searchPage } from './th/search.ts';
import type { share } from './th/share.ts';
import type { stick } from './th/stick.ts';
import type { thread } from './th/thread.ts';
import type { trace } from './th/trace.ts';
import type { tracking } from './th/tracking.ts';

type Widen<Value> = Value extends string
  ? string
  : Value extends (...parameters: infer Parameters) => string
    ? (...parameters: Parameters) => string
    : { [Key in keyof Value]: Widen<Value[Key]> };

/** The shape that every language has to fill: the keys of the Thai texts, with texts of its own. */
export type Messages = Widen<typeof th>;
export type Formats = Widen<typeof formats>;
export type FrameTexts = Widen<typeof frame>;
export type AsOfTexts = Widen<typeof asOfPage>;
export type CircularTexts = Widen<typeof circular>;
export type EmbedTexts = Widen<typeof embed>;
export type FollowTexts = Widen<typeof follow>;
export type LetterFileTexts = Widen<typeof letterFile>;
export type LinkTexts = Widen<typeof link>;
export type FiguresTexts = Widen<typeof figures>;
export type MyTexts = Widen<typeof my>;
export type DictionaryTexts = Widen<typeof dictionary>;
export type OfficeTexts = Widen<typeof office>;
export type OfflineTexts = Widen<typeof offline>;
export type OpenDataTexts = Widen<typeof openData>;
export type OperatorTexts = Widen<typeof operator>;
export type ShareMessages = Widen<typeof share>;
export type StickMessages = Widen<typeof stick>;
export type ThreadTexts = Widen<typeof thread>;
export type TrackingTexts = Widen<typeof tracking>;
export type TraceTexts = Widen<typeof trace>;
export type DocumentTexts = Widen<typeof document>;

export type SearchTexts = Widen<typeof searchPage>;

/** The pages that every language has. */
export type ProsePages = Record<keyof typeof prose, Prose>;
