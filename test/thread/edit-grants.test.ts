import {expect} from '@open-wc/testing';
import {EditGrants} from '../../src/thread/edit-grants.js';
import {TestStorage} from './storage.js';

const now = Date.UTC(2026, 0, 31, 18);
const grant = {token: 'secret', until: new Date(now + 60_000).toISOString()};

describe('EditGrants', () => {
  it('keeps a token for its comment and conversation, over a reload', () => {
    const storage = new TestStorage();
    new EditGrants(storage, () => now).keep('here', '1', grant);
    const grants = new EditGrants(storage, () => now);
    expect(grants.of('here', '1')).to.deep.equal(grant);
    expect(grants.of('here', '2')).to.equal(null);
    expect(grants.of('there', '1')).to.equal(null);
  });

  it('knows it only as long as the server allows, and keeps it no longer', () => {
    const storage = new TestStorage();
    let time = now;
    const grants = new EditGrants(storage, () => time);
    grants.keep('here', '1', grant);
    time = now + 60_000;
    expect(grants.of('here', '1')).to.equal(null);
    grants.keep('here', '2', {token: 'next', until: new Date(time + 1).toISOString()});
    expect([...storage.kept.values()].join()).not.to.contain('secret');
  });

  it('forgets one and leaves nothing behind with the last', () => {
    const storage = new TestStorage();
    const grants = new EditGrants(storage, () => now);
    grants.keep('here', '1', grant);
    grants.forget('here', '1');
    expect(grants.of('here', '1')).to.equal(null);
    expect(storage.kept.size).to.equal(0);
  });

  it('leaves alone what another conversation of the page has kept', () => {
    const storage = new TestStorage();
    const one = new EditGrants(storage, () => now);
    const other = new EditGrants(storage, () => now);
    one.keep('here', '1', grant);
    expect(other.of('there', '2')).to.equal(null);
    one.keep('here', '3', grant);
    other.keep('there', '2', grant);
    const later = new EditGrants(storage, () => now);
    expect([later.of('here', '1'), later.of('here', '3'), later.of('there', '2')]).not.to.include(null);
  });

  it('lasts as long as the page where storage is forbidden', () => {
    const storage = new TestStorage();
    storage.refuse = true;
    const grants = new EditGrants(storage, () => now);
    grants.keep('here', '1', grant);
    expect(grants.of('here', '1')).to.deep.equal(grant);
  });

  it('takes damaged or foreign storage for empty, and an unreadable time for past', () => {
    for (const stored of [
      '{',
      'null',
      '{}',
      '[null, 1, [], ["here 1"], ["here 1", {"token": 1}], ["here 1", null]]',
    ]) {
      const storage = new TestStorage();
      storage.set('taaliq:edit', stored);
      expect(new EditGrants(storage, () => now).of('here', '1'), stored).to.equal(null);
    }
    const storage = new TestStorage();
    storage.set('taaliq:edit', '[["here 1", {"token": "t", "until": "soon"}]]');
    expect(new EditGrants(storage, () => now).of('here', '1')).to.equal(null);
  });
});
