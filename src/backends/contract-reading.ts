import {check, checkPage} from './contract-checks.js';
import {read, toCase, type ContractCase} from './contract-stage.js';
import type {BackendSubject} from './contract-subject.js';

const mostPages = 200;

/** What a backend promises of comments that are there. */
export function readingCases(subject: BackendSubject): readonly ContractCase[] {
  const {empty, conversation, spoilt, counts} = subject;
  const cases: ContractCase[] = [];

  if (empty)
    cases.push(
      toCase(subject, 'reads an empty thread', 'empty', empty.answer, async (stage) => {
        const page = await read(stage);
        checkPage(page);
        check(page.comments.length === 0, 'an empty thread has comments');
        check(page.nextCursor === null, 'an empty thread has a next page');
        check(!page.total, 'an empty thread counts comments');
      }),
    );

  if (conversation) {
    const name = 'pages through a conversation without a repeat or a gap';
    cases.push(
      toCase(subject, name, 'conversation', conversation.answer, async (stage) => {
        const ids = new Set<string>();
        let cursor: string | null = null;
        let pages = 0;
        do {
          check(pages++ < mostPages, 'the pages never end');
          const page = await read(stage, cursor);
          checkPage(page);
          check(page.skipped === 0, 'comments were left out');
          for (const {id} of page.comments) {
            check(!ids.has(id), `comment ${id} comes twice`);
            ids.add(id);
          }
          check((page.total ?? 0) <= conversation.comments, `total is ${page.total}`);
          cursor = page.nextCursor;
        } while (cursor !== null);
        const came = `${ids.size} comments came instead of ${conversation.comments}`;
        check(ids.size === conversation.comments, came);
        check(pages > 1, 'everything came on one page');
      }),
    );
  }

  if (spoilt) {
    const name = 'leaves out a comment that cannot be read, and counts it';
    cases.push(
      toCase(subject, name, 'spoilt', spoilt.answer, async (stage) => {
        const page = await read(stage);
        checkPage(page);
        check(page.skipped === 1, `${page.skipped} comments were left out instead of 1`);
        check(page.comments.length > 0, 'the good comments were left out too');
      }),
    );
  }

  if (counts)
    cases.push(
      toCase(subject, 'counts several threads', 'counts', counts.answer, async ({backend, signal}) => {
        const numbers = await backend.count?.([...counts.numbers.keys()], signal);
        check(numbers !== undefined, 'has no count()');
        for (const [key, number] of counts.numbers)
          check(numbers.get(key) === number, `${key} has ${numbers.get(key)} comments instead of ${number}`);
      }),
    );

  return cases;
}
