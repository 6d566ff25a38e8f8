import {expect} from '@open-wc/testing';
import {encodeText} from '../../../src/backends/artalk/mapping.js';
import {ask, signal, write} from '../call-adapter.js';
import {withArtalk} from './call.js';
import {renderings} from './renderings.js';
import {runArtalk} from './server.js';

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What a reader sees of HTML. */
const textOf = (html: string): string =>
  squeeze(new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '');

describe('SEC 2.6, SEC 2.7: text on Artalk', () => {
  for (const [typed, sent, html] of renderings)
    it(`is shown as it was typed: ${squeeze(typed)}`, async () => {
      expect(encodeText(typed)).to.equal(sent);
      expect(textOf(html)).to.equal(squeeze(typed));
      await withArtalk(runArtalk(), async (backend) => {
        await backend.create(write(typed), signal);
        const {comments} = await backend.list(ask(), signal);
        expect(comments[0]?.content).to.deep.equal({text: null, html});
      });
    });
});
