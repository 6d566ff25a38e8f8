import type {Direction} from '../content/types.js';

/** One sentence for each plural category of the language (CLDR). */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

export type TimeUnit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** How the language is written. */
export interface Script {
  /** BCP 47 tag. */
  readonly lang: string;
  readonly dir: Direction;
  readonly numberingSystem: 'latn' | 'arab' | 'arabext';
}

/** What the form shows at rest: comes with the first request. */
export interface FormMessages {
  readonly formTitle: string;
  readonly formNotes: string;
  readonly emailNote: string;
  readonly requiredNote: string;
  readonly requiredMark: string;
  readonly nameLabel: string;
  readonly emailLabel: string;
  readonly websiteLabel: string;
  readonly commentLabel: string;
  readonly rulesTitle: string;
  readonly rulesText: string;
  readonly agreeRulesLabel: string;
  readonly rememberMe: string;
  /** `{privacy}` stands where the link to the privacy policy goes, its text is `privacyLink`. */
  readonly consentLabel: string;
  readonly privacyLink: string;
  readonly opensInNewTab: string;
  readonly submit: string;
  readonly submitting: string;
  /** Code or words that come later did not come: said in words that are already here. */
  readonly errorCannotLoad: string;
  readonly characterLimit: Plural;
  readonly commentsTitle: string;
  readonly skipToComments: string;
  readonly commentsClosed: string;
  readonly notConfigured: string;
  readonly threadLoadFailed: string;
  readonly retry: string;
}

/** Everything else: comes at the first focus, or with the conversation. */
export interface LaterMessages {
  /** The language's name in itself. */
  readonly autonym: string;
  /** The ten digits of `numberingSystem`; these and what follows is what an engine's `Intl` may lack (RTL.md N2–N4). */
  readonly digits: string;
  readonly calendar: 'gregory' | 'persian';
  /** Twelve, of `calendar`. */
  readonly months: readonly string[];
  readonly hourCycle: 'h12' | 'h23';
  readonly am: string;
  readonly pm: string;
  readonly datePattern: string;
  readonly dateTimePattern: string;
  /** `{words}` in the quotation marks of the language. */
  readonly quoted: string;
  readonly formTitleReply: string;
  readonly submitReply: string;
  readonly cancelReply: string;
  readonly draftRestored: string;
  /** On the button that shows what becomes of the tags that were written. */
  readonly preview: string;
  readonly requiredLabel: string;
  readonly optionalLabel: string;
  readonly premoderation: string;
  readonly notifyReplies: string;
  readonly cancel: string;
  readonly reply: string;
  readonly replyTo: string;
  readonly edit: string;
  readonly save: string;
  readonly delete: string;
  readonly deleteConfirm: string;
  readonly report: string;
  readonly reported: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly like: string;
  readonly unlike: string;
  readonly likesCount: Plural;
  readonly discardConfirm: string;
  readonly discard: string;
  readonly keepWriting: string;
  readonly close: string;
  readonly commentsCount: Plural;
  readonly repliesCount: Plural;
  readonly showReplies: Plural;
  readonly hideReplies: string;
  readonly newComments: Plural;
  readonly noComments: string;
  readonly beFirst: string;
  readonly loading: string;
  readonly loadMore: string;
  readonly sortLabel: string;
  readonly sortNewest: string;
  readonly sortOldest: string;
  readonly sortPopular: string;
  readonly says: string;
  readonly inReplyTo: string;
  readonly commentBy: string;
  readonly replyByTo: string;
  readonly anonymous: string;
  readonly authorBadge: string;
  readonly moderatorBadge: string;
  readonly editorsPick: string;
  readonly pinned: string;
  readonly edited: string;
  readonly justNow: string;
  readonly timeAgo: Readonly<Record<TimeUnit, Plural>>;
  readonly permalink: string;
  readonly skipToForm: string;
  readonly moreActions: string;
  readonly showMore: string;
  readonly showLess: string;
  readonly statusPending: string;
  readonly statusPendingPreview: string;
  readonly statusPosted: string;
  readonly statusReplyPosted: string;
  readonly statusUpdated: string;
  readonly statusDeleted: string;
  readonly statusRejected: string;
  readonly deletedComment: string;
  readonly deletedByAuthor: string;
  readonly commentsClosedOn: string;
  readonly loginToComment: string;
  readonly loginToReply: string;
  readonly offline: string;
  readonly waitingForNetwork: string;
  readonly errorPrefix: string;
  readonly errorSummaryTitle: string;
  readonly errorNameRequired: string;
  readonly errorNameTooLong: string;
  readonly errorEmailRequired: string;
  readonly errorEmailInvalid: string;
  readonly errorEmailTooLong: string;
  readonly errorWebsiteRequired: string;
  readonly errorWebsiteInvalid: string;
  readonly errorWebsiteTooLong: string;
  readonly errorCommentRequired: string;
  readonly errorCommentTooShort: Plural;
  readonly errorCommentTooLong: Plural;
  readonly errorConsentRequired: string;
  readonly errorRulesRequired: string;
  readonly errorDuplicate: string;
  readonly errorTooFast: string;
  readonly errorRetryAfter: Plural;
  readonly errorTooManyLinks: string;
  readonly errorBlockedWords: string;
  /** `{words}`: the words found, as a list. */
  readonly errorBlockedWordsList: string;
  /** `{words}`: the words found; the comment may be sent all the same. */
  readonly adviceBlockedWordsList: string;
  readonly errorSpam: string;
  readonly errorClosed: string;
  readonly errorLoginRequired: string;
  readonly errorNotAllowed: string;
  readonly errorParentMissing: string;
  readonly errorParentPending: string;
  readonly errorNetwork: string;
  /** Only for servers that store the same comment once. */
  readonly errorTimeout: string;
  readonly errorTimeoutUnsure: string;
  readonly errorServer: string;
  /** Its author may not change a comment any more. */
  readonly errorTooLate: string;
  readonly errorChallenge: string;
  readonly errorDecoy: string;
  readonly sendAgainConfirm: string;
  readonly sendAgain: string;
  readonly unsafeComment: string;
  readonly commentShortened: string;
  readonly charactersLeft: Plural;
  readonly charactersOver: Plural;
}

/** A language with what the form shows at rest. */
export type FormLanguage = Script & FormMessages;
/** A whole language: one plain object, no functions, no markup. */
export type Language = FormLanguage & LaterMessages;

export type MessageKey = {
  [K in keyof Language]: Language[K] extends string ? K : never;
}[keyof (FormMessages & LaterMessages)];
export type PluralKey = {
  [K in keyof Language]: Language[K] extends Plural ? K : never;
}[keyof (FormMessages & LaterMessages)];

/** Messages that a page replaces: `{submit: 'أرسل'}`. A plural takes an object of categories. */
export type Strings = Partial<FormMessages & LaterMessages>;
