import type { CommunityId, EditionId, MemberId, OutletId, ResourceId } from '../../kernel/ids.js';
import type { Edition } from '../types.js';

/** How much of what members said is given with the pages, each more than the one before. */
export const SHOWN = ['pages', 'words', 'names'] as const;
export type Shown = (typeof SHOWN)[number];

/** What a community lets be read at its addresses: at those of anybody, and at those of members. */
export interface Giving {
  readonly public: Shown;
  readonly private: Shown;
}

/** An address where what a community looks at is read elsewhere. */
export interface Outlet {
  readonly id: OutletId;
  readonly community: CommunityId;
  readonly number: number;
  /** Whose it is; of a public one, who opened it. */
  readonly member: MemberId;
  /** The theme's name without case nor accents; empty for everything. */
  readonly theme: string;
  /** It shows published editions, and has no theme. */
  readonly editions: boolean;
  /** Of a public one, what is in its address; `null` for a private one, whose address is not kept. */
  readonly key: string | null;
  readonly createdAt: Date;
  /** To the hour; `null`: never. */
  readonly readAt: Date | null;
}

/** One page, or one edition among others, as it is given, with nothing that its readers may not know. */
export interface Piece {
  readonly id: ResourceId | EditionId;
  readonly number: number;
  readonly address: string;
  /** As it reads, never empty. */
  readonly title: string;
  readonly summary: string;
  readonly author: string;
  readonly publishedAt: Date | null;
  /** Of an edition: when it was last corrected since. */
  readonly correctedAt: Date | null;
  /** BCP 47. */
  readonly language: string | null;
  /** Empty for none. */
  readonly theme: string;
  readonly tags: readonly string[];
  /** When it was brought. */
  readonly at: Date;
  /** What its editor says of it in an edition, in Markdown; empty for nothing. */
  readonly note: string;
  /** Why it was brought, and by whom where that is shown. */
  readonly said: readonly { readonly who: string | null; readonly why: string }[];
}

/** A feed that brings to a collection. */
export interface Site {
  readonly title: string;
  readonly feed: string;
  readonly site: string | null;
  readonly theme: string;
}

/** A published edition as it is given. */
export interface GivenEdition
  extends Pick<Edition, 'number' | 'title' | 'introduction' | 'publishedAt' | 'correctedAt'> {
  readonly type: 'edition';
  /** Who prepared it, where that is shown. */
  readonly by: string | null;
}

/** What is given back together, whatever gathers it: what every writer takes. */
export interface Collection {
  readonly subject:
    | { readonly type: 'all' }
    | { readonly type: 'theme'; readonly theme: string }
    /** Its pieces are the editions, each at the address of its own page. */
    | { readonly type: 'editions' }
    | GivenEdition;
  /** The community's name. */
  readonly community: string;
  readonly sites: readonly Site[];
  /** The latest first, some at a time; `before`: only those numbered before. */
  pieces(before: number | null): AsyncGenerator<readonly Piece[]>;
}
