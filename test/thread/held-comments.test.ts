import {expect} from '@open-wc/testing';
import {HeldComments} from '../../src/thread/held-comments.js';
import {comment} from './comments.js';
import {TestStorage} from './storage.js';

const day = 24 * 60 * 60 * 1000;
const held = (id: string): ReturnType<typeof comment> => comment({id, status: 'held', text: `نص ${id}`});

describe('HeldComments', () => {
  it('SEC 7.3: keeps a held comment over a reload, for its conversation only', () => {
    const storage = new TestStorage();
    new HeldComments(storage).keep('here', {...held('1'), parentId: '0'}, {token: 't', until: 'then'});
    const [kept] = new HeldComments(storage).of('here');
    expect(kept).to.deep.equal({
      comment: {...held('1'), parentId: '0'},
      token: 't',
    });
    // Until when it may be changed goes with the tab: others may use the device after it.
    expect([...storage.kept.values()].join()).not.to.contain('then');
    expect(new HeldComments(storage).of('there')).to.deep.equal([]);
  });

  it('SEC 7.3: keeps 20 at most, the newest', () => {
    const kept = new HeldComments(new TestStorage());
    for (let index = 0; index < 25; index++) kept.keep(index % 2 ? 'a' : 'b', held(String(index)));
    const ids = [...kept.of('a'), ...kept.of('b')].map(({comment: {id}}) => Number(id));
    expect(ids.sort((a, b) => a - b)).to.deep.equal(Array.from({length: 20}, (_, index) => index + 5));
  });

  it('SEC 7.3: forgets after 30 days', () => {
    let now = 1_000_000;
    const kept = new HeldComments(new TestStorage(), () => now);
    kept.keep('here', held('1'));
    now += 30 * day - 1;
    expect(kept.of('here')).to.have.length(1);
    now += 2;
    expect(kept.of('here')).to.deep.equal([]);
  });

  it('forgets one and leaves nothing behind with the last', () => {
    const storage = new TestStorage();
    const kept = new HeldComments(storage);
    kept.keep('here', held('1'));
    kept.keep('here', held('2'));
    kept.forget('here', '1');
    expect(kept.of('here').map(({comment: {id}}) => id)).to.deep.equal(['2']);
    kept.forget('here', '2');
    expect(storage.kept.size).to.equal(0);
  });

  it('lasts as long as the page where storage is forbidden', () => {
    const storage = new TestStorage();
    storage.refuse = true;
    const kept = new HeldComments(storage);
    kept.keep('here', held('1'));
    expect(kept.of('here')).to.have.length(1);
  });

  it('takes damaged or foreign storage for empty', () => {
    const storage = new TestStorage();
    const good = {place: 'here', since: Date.now(), id: 'x', name: 'ليلى', text: 'نص'};
    for (const stored of ['{', 'null', '{}', '[null, 1, [], {"place": "here"}]']) {
      storage.set('taaliq:held', stored);
      expect(new HeldComments(storage).of('here')).to.deep.equal([]);
    }
    storage.set(
      'taaliq:held',
      JSON.stringify([
        {...good, id: {}},
        {...good, text: {a: 1}},
      ]),
    );
    const [kept, ...others] = new HeldComments(storage).of('here');
    expect(others).to.deep.equal([]);
    expect(kept?.comment.content.text).to.equal(null);
  });
});
