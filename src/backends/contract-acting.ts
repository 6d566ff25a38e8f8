import {check, checkComment, checkPage, checkRejects} from './contract-checks.js';
import {checkAbort} from './contract-failing.js';
import {toCase, type ContractCase, type Stage} from './contract-stage.js';
import type {Answering, BackendSubject} from './contract-subject.js';
import type {Backend} from './port.js';

/** A call of the backend, which has to have it. */
function ask<Name extends 'locate' | 'like' | 'edit' | 'remove' | 'report' | 'status'>(
  {backend}: Stage,
  name: Name,
  ...parameters: Parameters<Required<Backend>[Name]>
): ReturnType<Required<Backend>[Name]> {
  const method = backend[name];
  check(typeof method === 'function', `has no ${name}()`);
  // The tuple fits the method of that name; the compiler sees all six at once.
  return Reflect.apply(method, backend, parameters) as ReturnType<Required<Backend>[Name]>;
}

/** What a backend promises of a comment that is there. */
export function actingCases(subject: BackendSubject): readonly ContractCase[] {
  const {located, missing, liked, edited, removed, reported, own, network: hasNetwork = true} = subject;
  const cases: ContractCase[] = [];

  /** A case in which all goes well, and those in which it does not. */
  function acting(
    name: string,
    situation: keyof BackendSubject & string,
    answering: Answering | undefined,
    act: (stage: Stage, signal: AbortSignal) => Promise<void>,
  ): void {
    if (!answering) return;
    const {answer} = answering;
    cases.push(
      toCase(subject, name, situation, answer, (stage) => act(stage, stage.signal)),
      toCase(subject, `${name}: an abort`, situation, answer, (stage) =>
        checkAbort(stage, hasNetwork, (signal) => act(stage, signal)),
      ),
    );
    if (hasNetwork)
      cases.push(
        toCase(
          subject,
          `${name}: 500`,
          situation,
          () => new Response('', {status: 500}),
          async (stage) => void (await checkRejects(act(stage, stage.signal), 'server')),
        ),
      );
  }

  acting('finds the page of a comment', 'located', located, async (stage, signal) => {
    const {thread, order, limit} = stage.first;
    const id = located?.id ?? '';
    const page = await ask(stage, 'locate', {thread, id, order, limit}, signal);
    checkPage(page);
    check(
      page.comments.some((comment) => comment.id === id),
      'the comment is not on its page',
    );
  });

  if (missing)
    cases.push(
      toCase(subject, 'says that a comment is not there', 'missing', missing.answer, async (stage) => {
        const {thread, order, limit} = stage.first;
        const request = {thread, id: missing.id, order, limit};
        await checkRejects(ask(stage, 'locate', request, stage.signal), 'not-found');
      }),
    );

  acting('likes a comment', 'liked', liked, async (stage, signal) => {
    const likes = await ask(stage, 'like', liked?.id ?? '', true, signal);
    check(likes === liked?.likes, `gives ${likes} likes instead of ${liked?.likes}`);
  });

  acting('changes a comment', 'edited', edited, async (stage, signal) => {
    const {id = '', token = ''} = edited ?? {};
    const {text, html} = stage.comment.content;
    const comment = await ask(stage, 'edit', id, text, html, token, signal);
    checkComment(comment);
    check(comment.id === id, 'gives another comment');
  });

  acting('deletes a comment', 'removed', removed, (stage, signal) =>
    ask(stage, 'remove', removed?.id ?? '', removed?.token ?? '', signal),
  );

  acting('reports a comment', 'reported', reported, (stage, signal) =>
    ask(stage, 'report', reported?.id ?? '', 'spam', signal),
  );

  acting('tells what became of a comment', 'own', own, async (stage, signal) => {
    const {id = '', token = '', status} = own ?? {};
    const comment = await ask(stage, 'status', id, token, signal);
    checkComment(comment);
    check(comment.id === id, 'gives another comment');
    check(comment.status === status, `status is ${comment.status} instead of ${status}`);
  });

  return cases;
}
