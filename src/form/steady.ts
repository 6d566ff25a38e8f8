/** Keeps what the reader is at where it is on the screen, while fields come in above it. */
export class Steady {
  #element: Element | null = null;
  #top = 0;

  /** Before the change. */
  hold(element: Element | null): void {
    this.#element = element;
    this.#top = element?.getBoundingClientRect().top ?? 0;
  }

  /** After it. */
  settle(): void {
    if (!this.#element) return;
    const moved = this.#element.getBoundingClientRect().top - this.#top;
    this.#element = null;
    // The page may have smooth scrolling: that would be the very movement that is to be avoided.
    if (moved) scrollBy({top: moved, behavior: 'instant'});
  }
}
