import {apiError, page} from '../support/fault-wordpress.js';
import type {Fault} from '../support/fault-sockets.js';
import {said, wait} from './faults-said.js';
import {answer, close, cut, hang, redirect, reset, stored, written} from './faults-wire.js';

/** A comment is sent to WordPress, and this comes back. */
export interface WordPressRow {
  readonly what: string;
  /** Null: nothing is wrong. */
  readonly fault: Fault | null;
  /** What the form says, line by line; empty: the comment was accepted. */
  readonly says: readonly string[];
  /** What a reader is told of a comment that was accepted. */
  readonly status?: string;
  /** Comments that WordPress has by then. */
  readonly held: 0 | 1;
  /** Nothing may be sent for a while: that has its rows among those of sending. */
  readonly waits?: boolean;
}

/** Leads on as WordPress does, with something more in the address. */
const leadOn =
  (more: string): Fault =>
  (socket, asked, site) =>
    redirect(302, `${new URLSearchParams(asked.body).get('redirect_to')}${more}`)(socket, asked, site);

const refused = (what: string, fault: Fault, says: string): WordPressRow => ({
  what,
  fault,
  says: [says],
  held: 0,
});
const lost = (what: string, fault: Fault, says: string = said.network): WordPressRow => ({
  ...refused(what, stored(fault), says),
  held: 1,
});

const tooFast = `${said.tooFast} ${wait.fifteen}`;

const connection: readonly WordPressRow[] = [
  refused('a reset before it was stored', reset, said.network),
  lost('a reset after it was stored', reset),
  lost('a closed connection without an answer', close),
  lost('no answer in time', hang, said.timeout),
  lost('500 after it was stored', answer(page(500)), said.server),
];

/** By the form that every WordPress has, because the API is not for visitors. */
export const formRows: readonly WordPressRow[] = [
  {what: '302 to where it is sent on to', fault: null, says: [], status: said.published, held: 1},
  {
    what: '302 that names the comment as held',
    fault: stored(leadOn('&unapproved=1&moderation-hash=x#comment-1')),
    says: [],
    status: said.pending,
    held: 1,
  },
  // Some plugins lead there whom they refuse: that the comment is there is known by the second attempt.
  lost('302 to the comment on its page', redirect(302, '/article#comment-1'), said.server),
  refused('302 to the log-in page', redirect(302, '/wp-login.php?redirect_to=x'), said.login),
  refused(
    '302 to the log-in page of another host',
    redirect(302, 'http://localhost:9/wp-login.php'),
    said.network,
  ),
  refused('409 with a page', answer(page(409)), said.duplicate),
  {...refused('429 with a refusal in JSON', answer(apiError('wp_die', 429)), tooFast), waits: true},
  {
    ...refused(
      '429 with a page',
      answer({...page(429), headers: ['retry-after: 240']}),
      `${said.tooFast} ${wait.long}`,
    ),
    waits: true,
  },
  refused('200 with a page', answer({type: 'text/html', body: '<!doctype html><p>Wi-Fi'}), said.server),
  refused('200 with a refusal in JSON', answer(apiError('wp_die', 200)), said.emailInvalid),
  refused('200 with nothing', answer({type: 'text/html'}), said.notAllowed),
  refused('403 with a page', answer(page(403)), said.notAllowed),
  refused('503 with a page', answer(page(503)), said.server),
  ...connection,
];

/** By the API. */
export const apiRows: readonly WordPressRow[] = [
  {what: '201', fault: null, says: [], status: said.published, held: 1},
  refused('409 comment_duplicate', answer(apiError('comment_duplicate', 409)), said.duplicate),
  {...refused('400 comment_flood', answer(apiError('comment_flood', 400)), tooFast), waits: true},
  refused('403 rest_comment_closed', answer(apiError('rest_comment_closed', 403)), said.closed),
  refused('200 with a page', answer({type: 'text/html', body: '<p>Wi-Fi'}), said.server),
  lost('a reset in the middle of the answer', written(cut, 'reset')),
  ...connection,
];
