import type {Conversation} from './conversation.js';

/** Shows to the page's styles where the reading stands: `:state(loading)`, `:state(empty)`, `:state(failed)`. */
export function showStates(internals: ElementInternals, {store, pending, failure}: Conversation): void {
  const show = (name: string, on: boolean): void => {
    // Missing in older engines, where the states are a nicety that is not there.
    if (on) internals.states?.add(name);
    else internals.states?.delete(name);
  };
  show('loading', pending);
  show('empty', store.state.status === 'ready' && !store.tree.size);
  show('failed', failure !== null);
}
