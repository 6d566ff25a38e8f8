import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {capabilities, json, wireComment, wirePage} from '../backends/rest/recorded.js';
import {anyChanges, anyJson, spoilt, written} from '../support/arbitrary-json.js';
import {articles, formOf, show} from './element.js';
import {one, seen} from '../thread/element.js';

const good = ['first', 'last'].map((id) => wireComment(id, {content: {text: `كلام سليم ${id}`, html: null}}));

/** Resolves when the conversation has come to an end, good or bad. */
const settled = (): Promise<void> =>
  new Promise((resolve) => {
    for (const name of ['comments-loaded', 'comments-failed'])
      document.addEventListener(name, () => resolve(), {once: true});
  });

/** What the page's own handlers would hear of. */
async function unhandledIn(act: () => Promise<void>): Promise<readonly string[]> {
  const heard: string[] = [];
  const hear = (event: ErrorEvent | PromiseRejectionEvent): void => {
    event.preventDefault();
    heard.push(String(event instanceof ErrorEvent ? event.message : event.reason));
  };
  window.addEventListener('error', hear);
  window.addEventListener('unhandledrejection', hear);
  await act();
  // Engines tell of a rejection that nobody handled in a task of its own.
  await new Promise((resolve) => setTimeout(resolve));
  window.removeEventListener('error', hear);
  window.removeEventListener('unhandledrejection', hear);
  return heard;
}

/** Shows the section to a server that lists this, then lets `look` see it; the form takes words in any case. */
async function withAnswer(list: unknown, look: (element: Element) => void): Promise<void> {
  const real = globalThis.fetch;
  globalThis.fetch = async (input) => {
    const {url} = new Request(input);
    return url.includes('/capabilities')
      ? json(capabilities)
      : new Response(written(list), {headers: {'content-type': 'application/json'}});
  };
  try {
    const end = settled();
    const element = await show('rest', {endpoint: 'https://comments.example/api'});
    await end;
    await element.updateComplete;
    look(element);
    const form = formOf(element);
    const box = one(form, 'textarea');
    if (!(box instanceof HTMLTextAreaElement)) throw new Error('no box');
    box.value = 'نص القارئ';
    box.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    expect([box.value, box.disabled, box.readOnly]).to.deep.equal(['نص القارئ', false, false]);
    expect(one(form, '[part=submit]').getAttribute('aria-disabled')).not.to.equal('true');
    element.remove();
  } finally {
    globalThis.fetch = real;
    sessionStorage.clear();
    localStorage.clear();
  }
}

describe('SEC 6.3, SEC 6.5, SEC 6.9: the section, whatever a server lists', function () {
  this.timeout(50_000);

  it('shows the good comments among any others, and the form takes words', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            anyJson,
            anyChanges.map((changes) => spoilt(wireComment('spoilt'), changes)),
          ),
          {maxLength: 6},
        ),
        async (others) => {
          const heard = await unhandledIn(() =>
            withAnswer(wirePage([good[0], ...others, good[1]]), (element) => {
              const texts = articles(element).map(seen).join('\n');
              expect(texts).to.contain('كلام سليم first');
              expect(texts).to.contain('كلام سليم last');
            }),
          );
          expect(heard).to.deep.equal([]);
        },
      ),
      {numRuns: 40, endOnFailure: true},
    ));

  it('says what is wrong, or shows what it can, and the form takes words', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          anyJson,
          anyChanges.map((changes) => spoilt(wirePage(good), changes)),
        ),
        async (answer) => {
          const heard = await unhandledIn(() => withAnswer(answer, () => {}));
          expect(heard).to.deep.equal([]);
        },
      ),
      {numRuns: 40, endOnFailure: true},
    ));
});
