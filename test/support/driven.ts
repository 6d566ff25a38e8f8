/** What each engine's driver can do; `drive.ts` builds the rest on it. Points are in CSS pixels of the view. */
export interface DrivenPage {
  goto(url: string): Promise<void>;
  /** Value of an expression, which must be plain data; waits for a promise. */
  evaluate(expression: string): Promise<unknown>;
  click(x: number, y: number, times: number): Promise<void>;
  /** Real keys, one for each character. */
  type(text: string): Promise<void>;
  /** One key by its name (`Enter`, `Tab`), with `Shift+` or `Control+` before it. */
  press(key: string): Promise<void>;
  /** One key, held down until it has come so many times. */
  hold(key: string, times: number): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
  /** Cuts the page off its network; false where the driver cannot. */
  setOffline(offline: boolean): Promise<boolean>;
  /** A command of Chromium's own protocol; the other drivers have none. */
  devtools?(method: string, parameters?: object): Promise<unknown>;
  /** Ends the page's process, as a fault of the browser would; `devtools` alone reaches what comes after. */
  crash?(): Promise<void>;
  /** Addresses asked for since the page was made, as far as the driver tells. */
  readonly requests: readonly string[];
  /** Errors that nobody handled, as far as the driver tells. */
  readonly errors: readonly string[];
}

export interface DrivenBrowser {
  newPage(): Promise<DrivenPage>;
  close(): Promise<void>;
}
