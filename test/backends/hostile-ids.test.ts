import {expect} from '@open-wc/testing';
import {CommentError} from '../../src/backends/errors.js';
import type {SeenRequest} from '../../src/backends/contract-server.js';
import {openAdapter, signal} from './call-adapter.js';
import {subjects} from './subjects.js';

const hostile = [
  '../../x',
  '..',
  '.',
  'x/../y',
  '?a=1',
  'x&a=1',
  'x#y',
  '%2e%2e%2f',
  'a\r\nb: c',
  '"><img src=x>',
  '//evil.example',
];

/** Where a request goes and what it has, whatever the values: so an id adds nothing and leads nowhere else. */
const shapeOf = ({url, method, headers}: SeenRequest): string =>
  [
    method,
    url.origin,
    url.pathname.split('/').length,
    [...url.searchParams.keys()].join(),
    url.hash,
    headers.split('\n').length,
  ].join(' ');

describe('ids on their way to a server', () => {
  for (const [name, {create, endpoint, options = {}, conversation}] of Object.entries(subjects)) {
    const answer = conversation?.answer;
    if (!answer || name === 'memory') continue;
    const call = openAdapter((all) => create({...all, ...options}, 'conversation'), endpoint, options.site);
    const shapesFor = (id: string): Promise<readonly string[]> =>
      call({answer}, async (backend, seen) => {
        const acts = [
          () => backend.like?.(id, true, signal),
          () => backend.edit?.(id, 'نص', null, 'token', signal),
          () => backend.remove?.(id, 'token', signal),
          () => backend.report?.(id, '', signal),
          () => backend.status?.(id, 'token', signal),
        ];
        for (const act of acts)
          await act()?.catch((error: unknown) => expect(error).to.be.instanceOf(CommentError));
        return seen.map(shapeOf);
      });

    it(`SEC 6.7: ${name} leads none of them anywhere else`, async () => {
      const plain = await shapesFor('7');
      for (const id of hostile) {
        const shapes = await shapesFor(id);
        // Servers that count in numbers refuse before anything is asked.
        for (const shape of shapes) expect(plain, id).to.include(shape);
      }
    });
  }
});
