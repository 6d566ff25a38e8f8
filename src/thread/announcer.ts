/**
 * Says to screen readers what has happened. The region is there from the first
 * render on; only its text changes (RTL.md G1).
 */
export class Announcer {
  readonly #changed: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  text = '';

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  say(text: string): void {
    clearTimeout(this.#timer);
    const same = this.text === text;
    this.text = same ? '' : text;
    this.#changed();
    // The same words twice are no change, and would not be said. The pause
    // begins when the region has been emptied, which it is before the next task.
    if (same && text) {
      this.#timer = setTimeout(() => {
        this.#timer = setTimeout(() => this.say(text), 100);
      });
    }
  }
}
