import {html, nothing, type TemplateResult} from 'lit';
import {localStore} from '../page/storage.js';
import {fieldKinds, type Field} from './fields.js';
import type {FormContext} from './form-context.js';
import {acceptedRulesKey} from './remembered.js';
import type {Sending} from './sending.js';

/** What the templates below are made of. Errors come with the sending part. */
export interface FormView {
  readonly context: FormContext;
  readonly sending: Sending | undefined;
}

const invalid = ({sending}: FormView, id: string): 'true' | 'false' =>
  sending?.isWrong(id) ? 'true' : 'false';

/** The place of a control's error is always there and described to it; mostly it is empty. */
const renderError = ({sending}: FormView, id: string): TemplateResult =>
  html`<p part="error" class="error" id="${id}-error">${sending?.renderError(id)}</p>`;

const renderLabel = ({context}: FormView, id: string, label: unknown, required: boolean): TemplateResult =>
  html`<label part="label" class="label" for=${id}
    >${label}${required ? html`<span class="mark" aria-hidden="true">${context.language.text('requiredMark')}</span>` : nothing}</label
  >`;

export function renderHeading({context, sending}: FormView): TemplateResult {
  const {element, language} = context;
  const name = html`<bdi class="name" dir=${sending?.directionOf(element.parentName) ?? nothing}
    >${element.parentName}</bdi
  >`;
  return html`<div
    part="heading"
    class="heading"
    id="heading"
    role="heading"
    aria-level=${element.headingLevel}
  >
    ${element.parentName ? language.template('formTitleReply', {name}) : language.text('formTitle')}
  </div>`;
}

export function renderNotes({context: {fields, language}}: FormView): TemplateResult {
  const asksEmail = fields.some(({name}) => name === 'email');
  return html`<p part="notes" class="notes">${language.text(asksEmail ? 'formNotes' : 'requiredNote')}</p>
    <span id="email-note" hidden>${language.text('emailNote')}</span>`;
}

export function renderField(view: FormView, {name, required}: Field): TemplateResult {
  const {language, remembered} = view.context;
  const {label, autocomplete, type} = fieldKinds[name];
  const isText = type === 'text';
  return html`<div part="field" class="field">
    ${renderLabel(view, name, language.text(label), required)} ${renderError(view, name)}
    <input
      part="input"
      class="input"
      id=${name}
      name=${autocomplete}
      type=${type}
      inputmode=${type}
      autocomplete=${autocomplete}
      autocapitalize=${isText ? 'words' : 'none'}
      spellcheck="false"
      dir=${isText ? nothing : 'ltr'}
      ?required=${required}
      aria-invalid=${invalid(view, name)}
      aria-describedby="${name}-error ${name}-note"
      value=${remembered?.[name] ?? nothing}
    />
  </div>`;
}

export function renderBox(view: FormView): TemplateResult {
  const {element, language, serverMaxLength} = view.context;
  const limit = Math.min(element.maxLength, serverMaxLength);
  return html`<div part="field" class="field">
    ${renderLabel(view, 'comment', language.text('commentLabel'), true)} ${view.sending?.renderCounter()}
    ${renderError(view, 'comment')}
    <textarea
      part="input"
      class="input"
      id="comment"
      name="comment"
      rows="6"
      required
      aria-invalid=${invalid(view, 'comment')}
      aria-describedby="comment-error comment-note"
    ></textarea>
    <span id="comment-note" hidden>${language.plural('characterLimit', limit)}</span>
  </div>`;
}

export function renderRules({context: {element, language}}: FormView): TemplateResult {
  return html`<section part="rules" class="rules" aria-labelledby="rules-title" ?hidden=${element.noRules}>
    <div id="rules-title" role="heading" aria-level=${element.headingLevel + 1}>
      ${language.text('rulesTitle')}
    </div>
    <div id="rules"><slot name="rules">${language.text('rulesText')}</slot></div>
  </section>`;
}

function renderTick(
  view: FormView,
  id: string,
  label: unknown,
  required: boolean,
  checked = false,
): TemplateResult {
  return html`<div part="agree" class="tick">
    ${renderError(view, id)}
    <input
      type="checkbox"
      id=${id}
      name=${id}
      ?required=${required}
      ?checked=${checked}
      aria-invalid=${invalid(view, id)}
      aria-describedby="${id}-error"
    />
    ${renderLabel(view, id, label, required)}
  </div>`;
}

/** Only an address that a browser goes to; a page's mistake leaves the words without a link. */
const isWebAddress = (address: string): boolean =>
  URL.canParse(address, location.href) && /^http/.test(new URL(address, location.href).protocol);

export function renderAgreements(view: FormView): unknown {
  const {element, language, remembered} = view.context;
  const privacy = language.text('privacyLink');
  const link =
    isWebAddress(element.privacyUrl) && element.privacyUrl
      ? html`<a href=${element.privacyUrl} target="_blank" rel="noopener"
          >${privacy}<span class="hidden"> ${language.text('opensInNewTab')}</span></a
        >`
      : privacy;
  const accepted = localStore.get(acceptedRulesKey) === element.rulesVersion;
  return [
    element.agreeRules
      ? renderTick(view, 'agree-rules', language.text('agreeRulesLabel'), true, accepted)
      : nothing,
    element.agreePrivacy
      ? renderTick(view, 'agree-privacy', language.template('consentLabel', {privacy: link}), true)
      : nothing,
    element.noRemember
      ? nothing
      : renderTick(view, 'remember', language.text('rememberMe'), false, !!remembered),
    renderDecoy(view),
  ];
}

/** A field that people neither see nor reach. Its name means nothing to autofill. */
function renderDecoy(view: FormView): TemplateResult {
  const shown = view.sending?.isWrong('decoy');
  return html`<div class=${shown ? 'field' : 'hidden'} aria-hidden=${shown ? 'false' : 'true'}>
    ${renderError(view, 'decoy')}
    <input
      class="input"
      id="decoy"
      name="remarks"
      tabindex=${shown ? 0 : -1}
      autocomplete="off"
      aria-describedby="decoy-error"
    />
  </div>`;
}
