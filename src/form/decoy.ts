import {html, type TemplateResult} from 'lit';
import type {FormContext} from './form-context.js';

/**
 * A field that people neither see nor reach, and whose name means nothing to
 * autofill. One that was filled all the same is shown, so that it can be emptied.
 */
export function renderDecoy({errors, language}: FormContext): TemplateResult {
  const shown = errors.has('decoy');
  return html`<div class=${shown ? 'field' : 'hidden'} aria-hidden=${!shown}>
    <p part="error" class="error" id="decoy-error">${errors.get('decoy')}</p>
    <input
      class="input"
      id="decoy"
      name="remarks"
      tabindex=${shown ? 0 : -1}
      autocomplete="off"
      aria-describedby="decoy-error"
      aria-label=${language.text('errorDecoy')}
    />
  </div>`;
}
