/**
 * Says to screen readers what has happened. The region is there from the first
 * render on; only its text changes (RTL.md G1).
 */
export class Announcer {
  readonly element: HTMLElement = document.createElement('div');
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.element.className = 'hidden';
    this.element.setAttribute('role', 'status');
    this.element.setAttribute('aria-atomic', 'true');
    this.element.setAttribute('part', 'status');
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.element.textContent = '';
  }

  say(text: string): void {
    clearTimeout(this.#timer);
    const same = this.element.textContent === text;
    this.element.textContent = same ? '' : text;
    // The same words twice are no change, and would not be said.
    if (same) this.#timer = setTimeout(() => (this.element.textContent = text), 100);
  }
}
