/**
 * A finger or a mouse button that is down: what would move the page waits
 * until its click is over, else the click would miss its button.
 */
export class Press {
  #down = false;
  readonly #waiting: (() => void)[] = [];

  constructor(target: EventTarget) {
    target.addEventListener('pointerdown', this.#handleDown);
  }

  whenReleased(action: () => void): void {
    if (this.#down) this.#waiting.push(action);
    else action();
  }

  readonly #handleDown = (): void => {
    this.#down = true;
    addEventListener('pointerup', this.#handleUp);
    addEventListener('pointercancel', this.#handleUp);
  };

  readonly #handleUp = (): void => {
    removeEventListener('pointerup', this.#handleUp);
    removeEventListener('pointercancel', this.#handleUp);
    // The click comes after this event, in the same task.
    setTimeout(() => {
      this.#down = false;
      for (const action of this.#waiting.splice(0)) action();
    });
  };
}
