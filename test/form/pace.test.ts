import {expect} from '@open-wc/testing';
import {Pace} from '../../src/form/pace.js';
import {clean} from './element.js';

const start = Date.UTC(2026, 0, 1);
const seconds = (number: number): number => start + number * 1000;

describe('SEC 9.3: Pace', () => {
  afterEach(clean);

  it('waits ten seconds between accepted comments', () => {
    const pace = new Pace('/api', 'k');
    expect(pace.wait(start)).to.equal(0);
    pace.noteSent('a', start);
    expect(pace.wait(seconds(0))).to.equal(10);
    expect(pace.wait(seconds(9.2))).to.equal(1);
    expect(pace.wait(seconds(10))).to.equal(0);
  });

  it('takes five in ten minutes', () => {
    const pace = new Pace('/api', 'k');
    for (let index = 0; index < 5; index++) pace.noteSent(`${index}`, seconds(index * 20));
    expect(pace.wait(seconds(120))).to.equal(480);
    expect(pace.wait(seconds(600))).to.equal(0);
  });

  it('knows the same text for ten minutes, and keeps no text', () => {
    const pace = new Pace('/api', 'k');
    pace.noteSent('السلام عليكم', start);
    expect(pace.hasSent('السلام عليكم', seconds(599))).to.equal(true);
    expect(pace.hasSent('السلام عليكم', seconds(601))).to.equal(false);
    expect(pace.hasSent('سلام', seconds(1))).to.equal(false);
    expect(JSON.stringify({...sessionStorage})).not.to.contain('السلام');
  });

  it('is one for each conversation, and shared by forms of the same', () => {
    new Pace('/api', 'k').noteSent('a', start);
    expect(new Pace('/api', 'k').wait(start)).to.equal(10);
    expect(new Pace('/api', 'other').wait(start)).to.equal(0);
    expect(new Pace('/other', 'k').wait(start)).to.equal(0);
  });

  it('survives what others wrote into storage, and a clock that was set back', () => {
    const pace = new Pace('/api', 'k');
    pace.noteSent('a', start);
    const [key = ''] = Object.keys(sessionStorage);
    for (const kept of ['{', 'null', '[[1]]', '[["x", 1]]', '{"length": 3}']) {
      sessionStorage.setItem(key, kept);
      expect(pace.wait(start), kept).to.equal(0);
    }
    pace.noteSent('a', seconds(3600));
    expect(pace.wait(start)).to.equal(0);
  });
});
