import type {CommentStatus} from '../content/types.js';
import type {Handler} from './contract-server.js';
import type {ErrorCode, FieldName} from './errors.js';
import type {Backend, BackendOptions} from './port.js';

/**
 * A state of the server that the contract looks at: the name of the member of
 * the subject (`empty`, `conversation`, …), or that of a refusal.
 */
export type Situation = string;

/** How the server answers in a situation; nothing for a backend that has no server. */
export interface Answering {
  readonly answer?: Handler;
}

export interface Conversation extends Answering {
  /** All comments, replies included. */
  readonly comments: number;
  /** Top-level comments a page; there must be more than one page. */
  readonly pageSize: number;
}

export interface Counts extends Answering {
  /** Thread keys and what is counted for them. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** A comment that something is done to. */
export interface Acting extends Answering {
  readonly id: string;
}

/** A comment of the reader's own, with what `create` gave for it. */
export interface OwnActing extends Acting {
  readonly token: string;
}

/** A refusal of the server, and what the backend has to make of it. */
export interface Refusal extends Answering {
  readonly name: string;
  readonly code: ErrorCode;
  /** Fields that the error names. */
  readonly fields?: readonly FieldName[];
}

/** What the contract has to know of a backend. A situation that is left out is not looked at. */
export interface BackendSubject {
  /** Makes the backend; one that has no server sets itself up by `situation`. */
  readonly create: (options: BackendOptions, situation: Situation) => Backend;
  readonly endpoint: string;
  readonly options?: Partial<Omit<BackendOptions, 'endpoint'>>;
  /** The thread key that is asked for. */
  readonly thread?: string;
  /** A thread in which nobody wrote. */
  readonly empty?: Answering;
  /** A thread with several pages. */
  readonly conversation?: Conversation;
  /** A page with good comments and exactly one that cannot be read. */
  readonly spoilt?: Answering;
  readonly counts?: Counts;
  /** A comment that is sent is published. */
  readonly published?: Answering;
  /** A comment that is sent waits for a moderator. */
  readonly held?: Answering;
  readonly refusals?: readonly Refusal[];
  /** A comment that `locate` finds. */
  readonly located?: Acting;
  /** A comment that is not there. */
  readonly missing?: Acting;
  /** A comment that is liked, and its likes then. */
  readonly liked?: Acting & {readonly likes: number};
  readonly edited?: OwnActing;
  readonly removed?: OwnActing;
  readonly reported?: Acting;
  /** A comment whose author asks what became of it. */
  readonly own?: OwnActing & {readonly status: CommentStatus};
  /** False: no fault of the network can reach it. */
  readonly network?: boolean;
  /** Faults that are none to this server, by their names. */
  readonly except?: readonly string[];
  /** Which requests write; those that are no `GET`, by default. */
  readonly writes?: (request: Request) => boolean;
}
