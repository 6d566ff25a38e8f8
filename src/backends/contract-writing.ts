import {check, checkCapabilities, checkCreated, checkRejects} from './contract-checks.js';
import {checkSentOnce, toCase, type ContractCase} from './contract-stage.js';
import type {BackendSubject} from './contract-subject.js';

/** What a backend promises of a comment that is sent. */
export function writingCases(subject: BackendSubject): readonly ContractCase[] {
  const {published, held, refusals = [], network: hasNetwork = true} = subject;
  const cases: ContractCase[] = [];

  for (const [status, answering] of [
    ['published', published],
    ['held', held],
  ] as const) {
    if (!answering) continue;
    cases.push(
      toCase(subject, `tells that a comment is ${status}`, status, answering.answer, async (stage) => {
        const {backend, comment, network, signal} = stage;
        checkCreated(await backend.create(comment, signal), status);
        if (hasNetwork) checkSentOnce(network);
      }),
    );
  }

  const accepted = published ?? held;
  if (accepted) {
    const situation = published ? 'published' : 'held';
    cases.push(
      toCase(subject, 'can do what it says', situation, accepted.answer, async ({backend, signal}) =>
        checkCapabilities(backend, await backend.capabilities(signal)),
      ),
      toCase(subject, 'keeps the promise of its key', situation, accepted.answer, async (stage) => {
        const {backend, comment, signal} = stage;
        const {idempotent} = await backend.capabilities(signal);
        if (!idempotent) return;
        const {id} = await backend.create(comment, signal);
        const again = await backend.create(comment, signal);
        check(again.id === id, 'the same comment sent twice is stored twice');
      }),
    );
  }

  for (const {name, answer, code, fields = []} of refusals)
    cases.push(
      toCase(subject, `tells that a comment is refused: ${name}`, name, answer, async (stage) => {
        const {backend, comment, network, signal} = stage;
        const error = await checkRejects(backend.create(comment, signal), code);
        const named = new Set(error.fields.map(({field}) => field));
        for (const field of fields) check(named.has(field), `the error does not name ${field}`);
        if (hasNetwork) checkSentOnce(network);
      }),
    );

  return cases;
}
