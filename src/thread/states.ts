import type {Conversation} from './conversation.js';

/** Shows to the page's styles where the reading stands: `:state(loading)`, `:state(empty)`, `:state(failed)`, and to screen readers. */
export function showStates(internals: ElementInternals, {store, list, pending, failure}: Conversation): void {
  const show = (name: string, on: boolean): void => {
    const states: Set<string> | undefined = internals.states;
    try {
      states?.[on ? 'add' : 'delete'](name);
    } catch {
      // Older engines take only names that begin with dashes: the page's style goes without.
    }
  };
  list.element.ariaBusy = String(pending);
  list.element.hidden = !(pending || list.size);
  show('loading', pending);
  show('empty', store.state === 'ready' && !store.tree.size);
  show('failed', failure !== null);
}
