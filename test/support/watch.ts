/**
 * Writes down what a page must not get from the widget. It runs before the
 * widget does; `watch.js` of the bundle's host. `Window.watch` is read by tests.
 */
export const watchScript = `
  window.watch = {policies: [], listeners: [], refused: [], before: [], opened: []};
  // Engines make these up as they go.
  watch.before = Object.getOwnPropertyNames(window);
  if (window.TrustedTypePolicyFactory) {
    const {createPolicy} = TrustedTypePolicyFactory.prototype;
    TrustedTypePolicyFactory.prototype.createPolicy = function (name, rules) {
      try {
        const policy = createPolicy.call(this, name, rules);
        watch.policies.push(name);
        if (name === 'taaliq')
          try { policy.createScriptURL('/x.js'); watch.opened.push('createScriptURL'); } catch {}
        return policy;
      } catch (error) { watch.refused.push(name); throw error; }
    };
  }
  const {addEventListener} = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (!(this instanceof MessagePort)) watch.listeners.push(type);
    return addEventListener.call(this, type, ...rest);
  };
  for (const name of ['BroadcastChannel', 'Worker', 'SharedWorker', 'WebSocket', 'EventSource', 'XMLHttpRequest'])
    window[name] &&= new Proxy(window[name], {
      construct() { watch.opened.push(name); throw new TypeError(name); },
    });
  for (const name of ['postMessage', 'open'])
    window[name] = () => { watch.opened.push(name); };
  for (const name of ['write', 'writeln', 'open'])
    document[name] = () => { watch.opened.push('document.' + name); };
  navigator.sendBeacon = () => { watch.opened.push('sendBeacon'); return true; };
`;

export interface Watch {
  /** Policies of Trusted Types that were made. */
  readonly policies: readonly string[];
  /** Those that the page's policy refused. */
  readonly refused: readonly string[];
  /** Kinds of events that were listened to, anywhere but on message ports. */
  readonly listeners: readonly string[];
  /** Ways out of the page, or into it, that were tried. */
  readonly opened: readonly string[];
  /** Names that the window had of its own before. */
  readonly before: readonly string[];
}

declare global {
  interface Window {
    readonly watch: Watch;
  }
}
