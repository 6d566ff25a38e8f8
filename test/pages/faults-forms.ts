/** What a page of forms shows, and what a reader does there; all of it runs in the page. */

/** What a reader sees of one form. */
export interface Form {
  readonly says: readonly string[];
  readonly text: string;
  readonly busy: boolean;
  readonly status: string;
}

/** What stands in each of these forms. */
export const look = (elements: Element[]): Form[] =>
  elements.map(({shadowRoot: root}) => ({
    says: [...(root?.querySelectorAll('[part=summary] li') ?? [])].map(
      (line) => line.textContent?.replace(/[\u2066-\u2069\u200e\u200f]|^\s+|\s+$/g, '') ?? '',
    ),
    text: root?.querySelector('textarea')?.value ?? '',
    busy: root?.querySelector('button.submit')?.getAttribute('aria-disabled') === 'true',
    status: root?.querySelector('[part=status]')?.textContent?.trim() ?? '',
  }));

/** Whether something has come of a comment that was sent. */
export const isSettled = (form: Form | undefined): form is Form =>
  !!form && !form.busy && (form.says.length > 0 || form.status !== '');

export const fill = (elements: Element[], texts: readonly string[]): void => {
  for (const [index, {shadowRoot: root}] of elements.entries()) {
    const values = {'#name': 'ليلى', '#email': 'laila@reader.example', textarea: texts[index] ?? ''};
    for (const [selector, value] of Object.entries(values)) {
      const control = root?.querySelector<HTMLInputElement>(selector);
      if (!control) throw new Error(`no ${selector}`);
      control.value = value;
      control.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    }
  }
};

export const press = (elements: Element[], which: readonly number[]): void => {
  for (const index of which)
    elements[index]?.shadowRoot?.querySelector<HTMLElement>('button.submit')?.click();
};
