/** What came back: a success, or what an error is judged by. */
export interface HttpAnswer {
  readonly status: number;
  /** Where it came from, after redirects; without fragment. */
  readonly url: string;
  readonly redirected: boolean;
  readonly headers: Headers;
  /** Unchecked JSON, else text. Undefined: none, or an error's that could not be read. */
  readonly body: unknown;
}
