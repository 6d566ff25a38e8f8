import {html, nothing, type TemplateResult} from 'lit';
import type {Capabilities} from '../backends/port.js';
import type {LanguageController} from '../language/controller.js';
import {parseFields} from './fields.js';
import type {FormContext} from './form-context.js';

/** What the server demands becomes the form's rule, whatever the page says: the stricter counts. */
export function applyDemands(context: FormContext, capabilities: Capabilities | undefined): void {
  const demanded = capabilities?.requires.map((name) => `${name}*`) ?? [];
  context.fields = parseFields([context.element.fields, ...demanded].join(' '));
  context.serverMaxLength = capabilities?.maxLength ?? Infinity;
}

/** Said before anything is sent where comments wait for a moderator. */
export const renderPremoderation = (
  capabilities: Capabilities | undefined,
  language: LanguageController,
): TemplateResult | typeof nothing =>
  capabilities?.moderation === 'before'
    ? html`<p class="premoderation" id="premoderation">${language.text('premoderation')}</p>`
    : nothing;
