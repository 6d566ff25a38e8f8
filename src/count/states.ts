import type {CountState} from './count-controller.js';

/** Shows to the page's styles what is known: `:state(loading)`, `:state(empty)` and `:state(failed)`. */
export function showStates(internals: ElementInternals, state: CountState): void {
  const show = (name: string, on: boolean): void => {
    const states: Set<string> | undefined = internals.states;
    try {
      if (on) states?.add(name);
      else states?.delete(name);
    } catch {
      // Older engines take only names that begin with dashes: the page's style goes without.
    }
  };
  show('loading', state.status === 'waiting');
  show('empty', state.status === 'known' && state.number === 0);
  show('failed', state.status === 'failed');
}
