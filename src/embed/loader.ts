/**
 * The classic script tag: puts a `<taaliq-comments>` after itself (or into the
 * element that `data-target` selects), gives it the script's `data-*` as
 * attributes, and brings in the module that lies beside it.
 */
import {attributes} from './attributes.js';

/** The height of the form as it first appears, so that what stands below it does not jump. */
const heightAt = (inlineSize: number): string => (inlineSize < 544 ? '54rem' : '42rem');

interface Rendered {
  readonly updateComplete?: Promise<unknown>;
}

function embed(script: HTMLScriptElement): void {
  const element: HTMLElement & Rendered = document.createElement('taaliq-comments');
  for (const name of attributes) {
    const value = script.getAttribute(`data-${name}`);
    if (value !== null) element.setAttribute(name, value);
  }
  element.style.display = 'block';

  const place = (): boolean => {
    const target = script.dataset['target'];
    const found = target ? document.querySelector(target) : script;
    if (found === script) script.after(element);
    else found?.append(element);
    element.style.minBlockSize = heightAt(element.clientWidth);
    return !!found;
  };
  const placeLate = (): void => {
    if (!place()) console.warn('Taaliq: data-target selects nothing in this page.');
  };
  // An async script can run before its target has been parsed.
  if (!place()) addEventListener('DOMContentLoaded', placeLate, {once: true});

  import(/* @vite-ignore */ new URL('./taaliq.js', script.src).href)
    .then(() => element.updateComplete)
    .catch(() => {
      const link = document.createElement('a');
      link.href = location.href;
      link.textContent = 'تعذّر تحميل التعليقات. أعد المحاولة · Comments did not load. Try again';
      element.append(link);
    })
    .finally(() => element.style.removeProperty('min-block-size'));
}

// An element of the page named `currentScript` hides the property of the document, not its prototype's.
const script: unknown = Reflect.get(Document.prototype, 'currentScript', document);
if (script instanceof HTMLScriptElement) embed(script);
