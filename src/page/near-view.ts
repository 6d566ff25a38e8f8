/**
 * Calls back once, when the element comes within a screen of the view. Gives a
 * function that stops waiting. Engines without an observer are served at once.
 */
export function whenNear(element: Element, callback: () => void): () => void {
  if (typeof IntersectionObserver !== 'function') {
    callback();
    return () => {};
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      callback();
    },
    {rootMargin: '100% 0px'},
  );
  observer.observe(element);
  return () => observer.disconnect();
}
