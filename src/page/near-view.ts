/**
 * Calls back once, when the element comes within a screen of the view. Gives a
 * function that stops waiting.
 */
export function whenNear(element: Element, callback: () => void): () => void {
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
