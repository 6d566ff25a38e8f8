import type {Issue} from './issue.js';

/** Where a comment is on its way out. */
export type SubmitState =
  | {readonly status: 'writing'}
  /** Under way: checked, held for a moment, sent. */
  | {readonly status: 'sending'}
  /** Sent before: the reader is asked whether it shall go again. */
  | {readonly status: 'asking'}
  /** For the network: goes by itself when it returns. */
  | {readonly status: 'waiting'}
  | {readonly status: 'accepted'}
  | {readonly status: 'failed'; readonly issues: readonly Issue[]};

export type SubmitEvent =
  /** The reader presses send, or the network is back. */
  | {readonly type: 'submit'}
  | {readonly type: 'ask'}
  | {readonly type: 'confirm'}
  /** Nothing was sent, and nothing is wrong. */
  | {readonly type: 'withdraw'}
  | {readonly type: 'wait'}
  | {readonly type: 'accept'}
  | {readonly type: 'refuse'; readonly issues: readonly Issue[]}
  /** The text was changed. */
  | {readonly type: 'edit'}
  /** A field was put right. */
  | {readonly type: 'correct'; readonly field: string};

export const writing: SubmitState = {status: 'writing'};
const sending: SubmitState = {status: 'sending'};

function correct(issues: readonly Issue[], field: string): SubmitState {
  const left = issues.filter((issue) => issue.field !== field);
  return left.length ? {status: 'failed', issues: left} : writing;
}

/**
 * Every change of state. What does not fit changes nothing and gives the same
 * object back: that is how a second press of the button is told from the first.
 */
export function transition(state: SubmitState, event: SubmitEvent): SubmitState {
  const {status} = state;
  switch (event.type) {
    case 'submit':
      return status === 'sending' || status === 'asking' ? state : sending;
    case 'ask':
      return status === 'sending' ? {status: 'asking'} : state;
    case 'confirm':
      return status === 'asking' ? sending : state;
    case 'withdraw':
      return status === 'sending' || status === 'asking' ? writing : state;
    case 'wait':
      return status === 'sending' ? {status: 'waiting'} : state;
    case 'accept':
      return status === 'sending' ? {status: 'accepted'} : state;
    case 'refuse':
      return status === 'sending' ? {status: 'failed', issues: event.issues} : state;
    case 'edit':
      return status === 'waiting' || status === 'accepted' ? writing : state;
    case 'correct':
      return status === 'failed' ? correct(state.issues, event.field) : state;
    default:
      return event satisfies never;
  }
}
