import {expect} from '@open-wc/testing';
import {memoryBackend} from '../../src/backends/memory/backend.js';
import {shown} from './element.js';
import {waitUntil} from '../support/wait-until.js';

describe('<taaliq-thread> with settings that are none', () => {
  it('names each once with what to write there, and falls back', async () => {
    const said: string[] = [];
    const {warn} = console;
    console.warn = (line: string) => said.push(line);
    try {
      const settings = {order: 'best' as 'newest', pageSize: 0, depth: Number.NaN};
      const thread = await shown(memoryBackend(), settings);
      await waitUntil(() => said.length >= 3, 'the warnings have come');
      thread.requestUpdate();
      await thread.updateComplete;
    } finally {
      console.warn = warn;
    }
    expect(said).to.have.length(3);
    expect(said.join('\n'))
      .to.contain('order="best" is not known; use newest, oldest, popular.')
      .and.to.contain('page-size is not a number from 1 to 100.')
      .and.to.contain('depth is not a number of 0 or more.');
  });
});
