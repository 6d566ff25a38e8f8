import type {Issue} from './issue.js';

/** What a reader was advised of once and may send all the same. */
export class Told {
  readonly #words = new Set<string>();

  /** Issues without the advice that was given before; what is new of it counts as given from now on. */
  left(issues: readonly Issue[]): readonly Issue[] {
    const isAdvice = ({code}: Issue): boolean => code === 'adviceBlockedWordsList';
    const left = issues.filter(
      (issue) => !isAdvice(issue) || issue.words?.some((word) => !this.#words.has(word)),
    );
    for (const issue of left) if (isAdvice(issue)) issue.words?.forEach((word) => this.#words.add(word));
    return left;
  }
}
