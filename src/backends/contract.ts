import {actingCases} from './contract-acting.js';
import {failingCases} from './contract-failing.js';
import {readingCases} from './contract-reading.js';
import type {ContractCase} from './contract-stage.js';
import type {BackendSubject} from './contract-subject.js';
import {writingCases} from './contract-writing.js';

/**
 * The contract of the backend port as a list of cases, for any test runner:
 * `for (const {name, run} of backendContract(subject)) it(name, run)`.
 * One case at a time: each takes the place of `fetch` and of long timers, and
 * puts them back.
 */
export function backendContract(subject: BackendSubject): readonly ContractCase[] {
  return [
    ...readingCases(subject),
    ...writingCases(subject),
    ...actingCases(subject),
    ...failingCases(subject),
  ];
}
