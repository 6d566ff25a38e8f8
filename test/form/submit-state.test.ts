import {expect} from '@open-wc/testing';
import type {Issue} from '../../src/form/issue.js';
import {transition, writing, type SubmitEvent, type SubmitState} from '../../src/form/submit-state.js';

const issues: readonly Issue[] = [
  {field: 'name', code: 'errorNameRequired'},
  {field: 'comment', code: 'errorCommentRequired'},
];
const states: Readonly<Record<SubmitState['status'], SubmitState>> = {
  writing,
  sending: {status: 'sending'},
  asking: {status: 'asking'},
  waiting: {status: 'waiting'},
  accepted: {status: 'accepted'},
  failed: {status: 'failed', issues},
};
const events: Readonly<Record<SubmitEvent['type'], SubmitEvent>> = {
  submit: {type: 'submit'},
  ask: {type: 'ask'},
  confirm: {type: 'confirm'},
  withdraw: {type: 'withdraw'},
  wait: {type: 'wait'},
  accept: {type: 'accept'},
  refuse: {type: 'refuse', issues},
  edit: {type: 'edit'},
  correct: {type: 'correct', field: 'name'},
};

/** Every change there is; whatever is missing changes nothing. */
const changes: readonly (readonly [SubmitState['status'], SubmitEvent['type'], SubmitState['status']])[] = [
  ['writing', 'submit', 'sending'],
  ['accepted', 'submit', 'sending'],
  ['failed', 'submit', 'sending'],
  ['waiting', 'submit', 'sending'],
  ['sending', 'ask', 'asking'],
  ['asking', 'confirm', 'sending'],
  ['asking', 'withdraw', 'writing'],
  ['sending', 'withdraw', 'writing'],
  ['sending', 'wait', 'waiting'],
  ['sending', 'accept', 'accepted'],
  ['sending', 'refuse', 'failed'],
  ['waiting', 'edit', 'writing'],
  ['accepted', 'edit', 'writing'],
  ['failed', 'correct', 'failed'],
];

describe('transition', () => {
  for (const [status, state] of Object.entries(states)) {
    for (const [type, event] of Object.entries(events)) {
      const change = changes.find(([from, by]) => from === status && by === type);
      it(`${status}, ${type}: ${change ? change[2] : 'nothing'}`, () => {
        const next = transition(state, event);
        if (change) expect(next.status).to.equal(change[2]);
        else expect(next).to.equal(state);
      });
    }
  }

  it('forgets what was put right, and is writing again when nothing is left', () => {
    const once = transition(states.failed, {type: 'correct', field: 'name'});
    expect(once).to.deep.equal({status: 'failed', issues: [issues[1]]});
    expect(transition(once, {type: 'correct', field: 'comment'})).to.equal(writing);
  });
});
