import type {Backend} from '../../src/backends/port.js';
import {memoryBackend} from '../../src/backends/memory/backend.js';
import {TaaliqForm} from '../../src/form/form.js';
import {register} from '../../src/page/register.js';
import './kept.js';
import {waitUntil} from '../support/wait-until.js';

register('taaliq-form', TaaliqForm);

type Language = 'ar' | 'en' | (string & {});

let tests = 0;
const places: HTMLElement[] = [];

/** The conversation of the test that runs: another test's comments may still be on their way. */
export const thread = (): string => `k${tests}`;

/** A form in the page, in a language of its own. */
export async function show(
  backend: Backend | string = memoryBackend(),
  properties: Partial<TaaliqForm> = {},
  lang: Language = 'ar',
): Promise<TaaliqForm> {
  // Not a fixture: that waits for a frame, which a page behind another does not get.
  const place = document.createElement('div');
  place.lang = lang;
  document.body.append(place);
  places.push(place);
  const form = document.createElement('taaliq-form');
  place.append(Object.assign(form, {backend, thread: thread(), ...properties}));
  await form.updateComplete;
  // Out of sight until the words of its language are there.
  await waitUntil(() => one(form, '[part=root]').style.visibility === '', 'the words have come');
  return form;
}

export function formIn(place: ParentNode): TaaliqForm {
  const form = place.querySelector('taaliq-form');
  if (!form) throw new Error('no form');
  return form;
}

/** As `show`, with the part that comes at the first focus. */
export async function ready(...options: Parameters<typeof show>): Promise<TaaliqForm> {
  const form = await show(...options);
  await prepared(form);
  passTime();
  return form;
}

/** Focuses the form and waits for the part that comes then. */
export async function prepared(form: TaaliqForm): Promise<void> {
  form.focus();
  // Of several pages at once only one gets the events of its focus.
  focused(form)?.dispatchEvent(new FocusEvent('focusin', {bubbles: true}));
  await waitUntil(() => form.renderRoot.querySelector('#decoy'), 'the sending part has come');
  await form.updateComplete;
}

export function one<Kind extends HTMLElement = HTMLElement>(form: TaaliqForm, selector: string): Kind {
  const found = form.renderRoot.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

export const all = (form: TaaliqForm, selector: string): HTMLElement[] => [
  ...form.renderRoot.querySelectorAll<HTMLElement>(selector),
];

/** Text as it is seen: without marks of direction, white space as one space. */
export const seen = (element: Element | null | undefined): string =>
  (element?.textContent ?? '')
    .replace(/[\u2066-\u2069\u200e\u200f\u061c]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

export const input = (form: TaaliqForm, id: string): HTMLInputElement =>
  one<HTMLInputElement>(form, `#${id}`);
export const box = (form: TaaliqForm): HTMLTextAreaElement => one<HTMLTextAreaElement>(form, 'textarea');
export const submitButton = (form: TaaliqForm): HTMLButtonElement =>
  one<HTMLButtonElement>(form, '[part=submit]');
export const summary = (form: TaaliqForm): string => seen(one(form, '[part=summary]'));
export const status = (form: TaaliqForm): string => seen(one(form, '[part=status]'));
export const errorOf = (form: TaaliqForm, id: string): string => seen(one(form, `#${id}-error`));
export const focused = (form: TaaliqForm): Element | null => form.shadowRoot?.activeElement ?? null;

/** Whether it takes any room in the page. */
export const isVisible = (element: Element): boolean => element.getClientRects().length > 0;

/** Puts a value into a control as a reader does: with the events that follow. */
export function type(control: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  control.value = value;
  control.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  control.dispatchEvent(new Event('change', {bubbles: true}));
}

export function tick(control: HTMLInputElement, on = true): void {
  if (control.checked !== on) control.click();
}

export interface Written {
  readonly name?: string;
  readonly email?: string;
  readonly text?: string;
}

/** Fills in what is there. */
export function write(
  form: TaaliqForm,
  {name = 'ليلى', email = 'laila@example.org', text = 'السلام عليكم'}: Written = {},
): void {
  for (const [id, value] of Object.entries({name, email})) {
    const control = form.renderRoot.querySelector<HTMLInputElement>(`#${id}`);
    if (control) type(control, value);
  }
  type(box(form), text);
}

/** Waits until the form says it has got somewhere: `sending` over. */
export async function settled(form: TaaliqForm): Promise<void> {
  await form.updateComplete;
  await waitUntil(() => !submitButton(form).hasAttribute('aria-disabled'), 'the form is at rest');
  await form.updateComplete;
}

/** Presses send and waits for what becomes of it. */
export async function send(form: TaaliqForm): Promise<void> {
  submitButton(form).click();
  await form.updateComplete;
  await settled(form);
}

const now = performance.now.bind(performance);

/** From here on forms have been in view for as long as they have to be (SEC 9.2). */
export function passTime(milliseconds = 10_000): void {
  const offset = performance.now() - now() + milliseconds;
  performance.now = () => now() + offset;
}

/** After each test: nothing of it is left in the browser. */
export function clean(): void {
  tests++;
  for (const place of places.splice(0)) place.remove();
  performance.now = now;
  localStorage.clear();
  sessionStorage.clear();
}
