/** A captcha or proof of work that the page brings along. */
export interface Challenge {
  /** Draws it into `host`, a child of the element in its slot `challenge`. Called once for each form. */
  render(host: HTMLElement): void;
  /**
   * A token of at most 8 KiB, used for one request and asked for anew after
   * each refusal. May wait up to 60 seconds for the reader.
   */
  token(): string | Promise<string>;
}
