/**
 * Lets the browser paint and answer the reader before a long piece of work goes
 * on. By a message: timers wait for a second in a tab that nobody sees, and
 * `scheduler.yield()` comes back before everything else that the page has to do.
 */
export function yieldThread(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
