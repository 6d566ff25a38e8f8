/** What a comment is made of. Plain data; nothing here knows of a page or a server. */

export type Direction = 'rtl' | 'ltr';

/**
 * Where a comment stands. `held` waits for a moderator, `deleted` keeps its
 * place for its replies and has no content.
 */
export type CommentStatus = 'published' | 'held' | 'rejected' | 'deleted';

/** Who the site says wrote it; drawn as a badge, never taken from the name. */
export type AuthorRole = 'writer' | 'moderator';

export interface Author {
  /** Cleaned display name, at most 80 characters; empty: the language's "anonymous". */
  readonly name: string;
  /** Checked http(s) address, or null. */
  readonly url: string | null;
  readonly role: AuthorRole | null;
}

/** Text wins over HTML when both are there. Both null: nothing to show. */
export interface Content {
  /** Plain text, never parsed as markup. */
  readonly text: string | null;
  /** HTML as the server gave it; goes through `toSafeFragment` before it is shown. */
  readonly html: string | null;
  /** What its author typed, where that was with tags: they change this and not the HTML. */
  readonly source?: string | undefined;
}

export interface Comment {
  /** Opaque, 1–200 characters, unique within the thread. */
  readonly id: string;
  /** The comment that this one answers, or null. May name one that is not in the list. */
  readonly parentId: string | null;
  readonly author: Author;
  readonly content: Content;
  /** ISO 8601 in UTC (`…Z`), or null when the server gave none that can be read. */
  readonly createdAt: string | null;
  readonly editedAt: string | null;
  readonly status: CommentStatus;
  /** 0 or more. */
  readonly likes: number;
  /** Checked http(s) permalink, or null. */
  readonly url: string | null;
  /** Replies that the server has and did not send with this top-level comment. */
  readonly moreReplies: number;
}

/** A comment on its way out. The only place that ever holds an e-mail address. */
export interface NewComment {
  /** Which conversation: the canonical key of the page, 1–2,000 characters. */
  readonly thread: string;
  readonly parentId: string | null;
  readonly author: {
    readonly name: string;
    readonly email: string;
    readonly url: string | null;
  };
  readonly content: {
    readonly text: string;
    /** The same text as safe HTML; null when the sanitizer could not be loaded. */
    readonly html: string | null;
    /**
     * What was typed, where tags may be written and the server keeps them
     * (`Capabilities.markup`): then `text` is what is seen of it, and `html` is there.
     */
    readonly source?: string | undefined;
    /** With `source`: the same as HTML that leaves lines as lines, for servers that make paragraphs themselves. */
    readonly inline?: string | undefined;
  };
  /** Language of the widget, a BCP 47 tag. */
  readonly lang: string;
  /** Direction of the text. */
  readonly dir: Direction;
  readonly agreed: {
    /** Version of the rules that was ticked, true if they have none, null if not asked. */
    readonly rules: string | true | null;
    readonly privacy: true | null;
  };
  /** What was written into the field that people do not see. */
  readonly decoy: string;
  /** Token of the challenge, or null. */
  readonly challenge: string | null;
  /** Random UUID of this written comment; the same on every retry. */
  readonly key: string;
}

export type Order = 'newest' | 'oldest' | 'popular';
