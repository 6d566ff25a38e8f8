import {cleanAddress} from '../content/clean-address.js';
import {cleanName} from '../content/clean-name.js';
import {cleanText, isBlank} from '../content/clean.js';
import {localStore} from '../page/storage.js';
import type {FormValues} from './check.js';
import {readerKey, thisVisit} from './kept-keys.js';

const visible = (text: string): string => (isBlank(text) ? '' : text);

/** The controls of a form by their ids, and what stands in them. */
export class ReaderValues {
  readonly #root: ParentNode;

  constructor(root: ParentNode) {
    this.#root = root;
  }

  /** Null while it is not shown. */
  control(id: string): HTMLInputElement | HTMLTextAreaElement | null {
    return this.#root.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`);
  }

  typed(id: string): string {
    return this.control(id)?.value ?? '';
  }

  ticked(id: string): boolean {
    const control = this.control(id);
    return control instanceof HTMLInputElement && control.checked;
  }

  /** Name, e-mail address and website as they were typed. */
  reader(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#inputs().map(({id, value}) => [id, value]));
  }

  #inputs(): HTMLInputElement[] {
    return [...this.#root.querySelectorAll<HTMLInputElement>('.fields input')];
  }

  /** After other fields have come, or another order: what was typed stays with its field. */
  restore(typed: Readonly<Record<string, string>>): void {
    for (const input of this.#inputs()) {
      const value = typed[input.id] ?? input.defaultValue;
      if (input.value !== value) input.value = value;
    }
  }

  /** Keeps them for further forms of the page and, only where that is ticked, on this device. */
  remember(never: boolean): void {
    const reader = this.reader();
    Object.assign(thisVisit, reader);
    if (!never && this.ticked('remember')) localStore.set(readerKey, JSON.stringify(reader));
  }

  /** Everything, cleaned: what is checked and sent. */
  clean(): FormValues {
    return {
      name: visible(cleanName(this.typed('name'))),
      email: visible(cleanAddress(this.typed('email'))),
      website: visible(cleanAddress(this.typed('website'))),
      text: cleanText(this.typed('comment')),
      rules: this.ticked('rules'),
      privacy: this.ticked('privacy'),
      decoy: this.typed('decoy'),
    };
  }
}
