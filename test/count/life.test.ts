import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import {TaaliqComments} from '../../src/comments/comments.js';
import {CommentCreatedEvent} from '../../src/form/comment-created-event.js';
import {register} from '../../src/page/register.js';
import {comment} from '../thread/comments.js';
import {countingBackend, said, says, show} from './element.js';

register('taaliq-comments', TaaliqComments);

const one = async (template: ReturnType<typeof html>) => {
  const [count] = await show(template);
  if (!count) throw new Error('no count');
  return count;
};

describe('the life of <taaliq-count>', () => {
  afterEach(() => scrollTo(0, 0));

  it('asks for nothing until one is near the view, then for all', async () => {
    const backend = countingBackend({a: 1, b: 2});
    const counts = await show(
      html`<div lang="en">
        <p style="block-size: 9000px"></p>
        <taaliq-count .backend=${backend} thread="a"></taaliq-count>
        <p style="block-size: 9000px"></p>
        <taaliq-count .backend=${backend} thread="b"></taaliq-count>
      </div>`,
    );
    await aTimeout(100);
    expect(backend.calls).to.deep.equal([]);
    counts[0]?.scrollIntoView();
    await says(counts[0], '1 comment');
    await says(counts[1], '2 comments');
    expect(backend.asked).to.deep.equal([['a', 'b']]);
  });

  it('is the same when set before it is in the page, and after', async () => {
    const backend = countingBackend({k: 2});
    const before = Object.assign(document.createElement('taaliq-count'), {backend, thread: 'k'});
    const after = document.createElement('taaliq-count');
    await fixture(html`<p lang="en">${before} ${after}</p>`);
    Object.assign(after, {backend, thread: 'k'});
    await says(before, '2 comments');
    await says(after, '2 comments');
  });

  it('asks for another number when it is about another conversation', async () => {
    const backend = countingBackend({a: 1, b: 2});
    const count = await one(
      html`<p lang="en"><taaliq-count .backend=${backend} thread="a"></taaliq-count></p>`,
    );
    await says(count, '1 comment');
    const answer = backend.hold('count');
    count.thread = 'b';
    await count.updateComplete;
    expect(said(count)).to.equal('');
    answer();
    await says(count, '2 comments');
    // What changes nothing asks for nothing.
    count.headers = undefined;
    count.numerals = 'arab';
    await says(count, '٢ comments');
    expect(backend.asked).to.deep.equal([['a'], ['b']]);
  });

  it('drops an answer that is no longer wanted', async () => {
    const backend = countingBackend({a: 1, b: 2});
    const answer = backend.hold('count');
    const count = await one(
      html`<p lang="en"><taaliq-count .backend=${backend} thread="a"></taaliq-count></p>`,
    );
    const {count: ask} = backend;
    const asked = new Promise<void>((resolve) => {
      backend.count = (threads, signal) => {
        resolve();
        return ask(threads, signal);
      };
    });
    await asked;
    count.thread = 'b';
    await count.updateComplete;
    answer();
    await says(count, '2 comments');
    expect(said(count)).to.equal('2 comments');
  });

  it('keeps its number when it moves', async () => {
    const backend = countingBackend({k: 2});
    const place = await fixture<HTMLElement>(
      html`<div lang="en">
        <p><taaliq-count .backend=${backend} thread="k"></taaliq-count></p>
        <p></p>
      </div>`,
    );
    const count = place.querySelector('taaliq-count');
    if (!count) throw new Error('no count');
    await says(count, '2 comments');
    place.lastElementChild?.append(count);
    await count.updateComplete;
    expect(said(count)).to.equal('2 comments');
    expect(backend.asked).to.have.length(1);
  });

  it('goes on waiting when it moves before the answer', async () => {
    const backend = countingBackend({k: 2});
    const answer = backend.hold('count');
    const count = await one(
      html`<p lang="en"><taaliq-count .backend=${backend} thread="k"></taaliq-count></p>`,
    );
    document.body.append(count);
    try {
      count.lang = 'en';
      answer();
      await says(count, '2 comments');
      expect(backend.asked.length).to.equal(1);
    } finally {
      count.remove();
    }
  });

  it('takes back a request that nobody waits for, and asks again when it is back', async () => {
    const backend = countingBackend({k: 2});
    const {count: ask} = backend;
    let heard: AbortSignal | undefined;
    const asked = new Promise<void>((resolve) => {
      backend.count = (threads, signal) => {
        heard = signal;
        resolve();
        return ask(threads, signal);
      };
    });
    const answer = backend.hold('count');
    const count = await one(
      html`<p lang="en"><taaliq-count .backend=${backend} thread="k"></taaliq-count></p>`,
    );
    const place = count.parentElement;
    await asked;
    count.remove();
    await Promise.resolve();
    expect(heard?.aborted).to.equal(true);
    answer();
    place?.append(count);
    await says(count, '2 comments');
  });

  it('does not take back what others wait for', async () => {
    const backend = countingBackend({a: 1, b: 2});
    const answer = backend.hold('count');
    const [first, second] = await show(
      html`<p lang="en">
        <taaliq-count .backend=${backend} thread="a"></taaliq-count>
        <taaliq-count .backend=${backend} thread="a"></taaliq-count>
      </p>`,
    );
    first?.remove();
    answer();
    await says(second, '1 comment');
  });

  it('counts a comment that is posted in the same page', async () => {
    const backend = countingBackend({k: 2, other: 5});
    const place = await fixture<HTMLElement>(
      html`<div lang="en">
        <taaliq-count .backend=${backend} thread="k"></taaliq-count>
        <taaliq-count .backend=${backend} thread="other"></taaliq-count>
        <taaliq-comments .backend=${backend} thread="k"></taaliq-comments>
      </div>`,
    );
    const [count, other] = place.querySelectorAll('taaliq-count');
    const comments = place.querySelector('taaliq-comments');
    await comments?.updateComplete;
    const form = comments?.shadowRoot?.querySelector('taaliq-form');
    await says(count, '2 comments');
    await says(other, '5 comments');
    form?.dispatchEvent(new CommentCreatedEvent(comment({id: 'new'}), 'published'));
    await says(count, '3 comments');
    form?.dispatchEvent(new CommentCreatedEvent(comment({id: 'held', status: 'held'}), 'held'));
    form?.dispatchEvent(new CommentCreatedEvent(comment({id: 'reply', parentId: 'new'}), 'published'));
    await says(count, '4 comments');
    expect(other && said(other)).to.equal('5 comments');
    expect(backend.asked).to.have.length(1);
  });
});
