import {elementUpdated, fixtureSync, html as page} from '@open-wc/testing';
import {LitElement, html, type PropertyDeclarations, type TemplateResult} from 'lit';
import {LanguageController} from '../../src/language/controller.js';
import type {Strings} from '../../src/language/messages.js';
import {waitUntil} from '../support/wait-until.js';

/** The least element that speaks: a root, a heading and a field. */
export class LanguageProbe extends LitElement {
  static override properties: PropertyDeclarations = {
    strings: {attribute: false},
    numerals: {},
    calendar: {},
  };

  declare strings: Strings | undefined;
  declare numerals: string;
  declare calendar: string;

  readonly language = new LanguageController(this);

  get root(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('[part=root]')!;
  }

  get heading(): string {
    return this.renderRoot?.querySelector('h2')?.textContent ?? '';
  }

  protected override render(): TemplateResult {
    return html`<div part="root" lang=${this.language.tag} dir=${this.language.dir}>
      <h2>${this.language.text('formTitle')}</h2>
      <input aria-label=${this.language.text('nameLabel')} />
    </div>`;
  }
}

customElements.define('language-probe', LanguageProbe);

declare global {
  interface HTMLElementTagNameMap {
    'language-probe': LanguageProbe;
  }
}

/** Without the marks that isolate values, and those that formatters add (RTL.md N8). */
export const bare = (text: string): string =>
  text.replace(/[\u2066-\u2069\u200e\u200f\u061c]/g, '').replace(/[\u00a0\u202f]/g, ' ');

/** Puts an element into the page. Unlike `fixture` it waits for no frame, which a page in the background does not get. */
export const put = async <Put extends HTMLElement>(template: TemplateResult): Promise<Put> => {
  const element = fixtureSync<Put>(template);
  if (element instanceof LanguageProbe) await element.updateComplete;
  return element;
};

export const find = (place: ParentNode): LanguageProbe => {
  const element = place.querySelector('language-probe');
  if (!element) throw new Error('no probe');
  return element;
};

/** Puts an element into the page, within `template`, and waits for all its words. */
export const say = async (template: unknown): Promise<LanguageProbe> => {
  const place = await put(page`<div>${template}</div>`);
  const element = find(place);
  await element.language.load();
  await elementUpdated(element);
  return element;
};

export const hears = (element: LanguageProbe, heading: string): Promise<void> =>
  waitUntil(() => element.heading === heading, `never said "${heading}" but "${element.heading}"`);
