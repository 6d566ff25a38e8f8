/**
 * The classic script tag: puts a `<taaliq-comments>` after itself (or into the
 * element that `data-target` selects), gives it the script's `data-*` as
 * attributes, and brings in the module that lies beside it.
 */
import {attributes} from './attributes.js';

const script = document.currentScript;
// A page can clobber `document.currentScript` with an element of that name.
if (script instanceof HTMLScriptElement) {
  const element = document.createElement('taaliq-comments');
  for (const name of attributes) {
    const value = script.getAttribute(`data-${name}`);
    if (value !== null) element.setAttribute(name, value);
  }
  // Holds the form's place, so that nothing below jumps when it appears.
  element.style.display = 'block';
  element.style.minBlockSize = '44rem';

  const target = script.dataset['target'];
  if (target) document.querySelector(target)?.append(element);
  else script.after(element);

  import(/* @vite-ignore */ new URL('./taaliq.js', script.src).href).catch(() => {
    const link = document.createElement('a');
    link.href = location.href;
    link.textContent = 'تعذّر تحميل التعليقات. أعد المحاولة · Comments did not load. Try again';
    element.append(link);
  });
}
