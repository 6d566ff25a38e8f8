import {html, nothing, type TemplateResult} from 'lit';
import type {BackendSettings} from '../backends/connect-backend.js';
import {commentMax} from '../content/comment-max.js';
import {localStore} from '../page/storage.js';
import {fieldKinds, type Field} from './fields.js';
import type {FormContext} from './form-context.js';
import {acceptedRulesKey, thisVisit} from './kept-keys.js';

export interface FormHandlers {
  readonly submit: (event: Event) => void;
  readonly input: (event: Event) => void;
  readonly focus: () => void;
  readonly skip: () => void;
}

/** Nothing can be sent: there is no address to send it to. */
export const lacksEndpoint = ({backend, endpoint}: BackendSettings): boolean =>
  typeof backend === 'string' && backend !== 'memory' && !endpoint;

/** Greatest length of a comment: the stricter of page and server. */
export const lengthLimit = ({element, serverMaxLength}: FormContext): number =>
  Math.min(element.maxLength > 0 ? element.maxLength : commentMax, serverMaxLength);

/** The place of a control's error is always there and described to it; mostly it is empty. */
const renderError = ({errors}: FormContext, id: string): TemplateResult =>
  html`<p part="error" class="error" id="${id}-error">${errors.get(id)}</p>`;

const renderLabel = (
  {language}: FormContext,
  id: string,
  label: unknown,
  required: boolean,
): TemplateResult =>
  html`<label part="label" class="label" for=${id}
    >${label}${
      required ? html`<span class="mark" aria-hidden="true">${language.text('requiredMark')}</span>` : nothing
    }</label
  >`;

function renderField(context: FormContext, {name, required}: Field): TemplateResult {
  const {label, autocomplete, type} = fieldKinds[name];
  const isText = type === 'text';
  // Proof: optional members of whatever was kept; Lit writes a value of any kind as text.
  const reader = context.reader as Readonly<Record<string, unknown>> | null;
  return html`<div part="field" class="field">
    ${renderLabel(context, name, context.language.text(label), required)}${renderError(context, name)}
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
      value=${(!context.element.noRemember && reader?.[name]) || thisVisit[name] || nothing}
      ?required=${required}
      aria-invalid=${context.errors.has(name)}
      aria-describedby="${name}-error ${name}-note"
    />
  </div>`;
}

const renderTick = (
  context: FormContext,
  id: string,
  label: unknown,
  required: boolean,
  checked: boolean,
): TemplateResult =>
  html`<div part="agree" class="tick">
    ${renderError(context, id)}
    <input
      type="checkbox"
      id=${id}
      ?required=${required}
      ?checked=${checked}
      aria-invalid=${context.errors.has(id)}
      aria-describedby="${id}-error"
    />
    ${renderLabel(context, id, label, required)}
  </div>`;

function renderPrivacy(context: FormContext): TemplateResult {
  const {element, language} = context;
  const words = language.text('privacyLink');
  // Only an address of the web: a page's mistake leaves the words without a link.
  const privacy = /^(https?:|[./?#]|[^:]+$)/i.test(element.privacyUrl)
    ? html`<a href=${element.privacyUrl} target="_blank" rel="noopener"
        >${words}<span class="hidden"> ${language.text('opensInNewTab')}</span></a
      >`
    : words;
  return renderTick(context, 'privacy', language.template('consentLabel', {privacy}), true, false);
}

/** The form as `context` says it is. */
export function renderForm(context: FormContext, handle: FormHandlers): TemplateResult {
  const {element, language} = context;
  const unusable = lacksEndpoint(element);
  const parent = html`<bdi class="name" dir=${context.parentDir ?? nothing} translate="no"
    >${element.parentName}</bdi
  >`;
  return html`<div
    part="root"
    class="root"
    lang=${language.tag}
    dir=${language.dir}
    data-theme=${element.theme}
  >
    <div part="hint" class="hint" ?hidden=${!unusable && !element.readOnly}>
      <slot name="closed">${language.text(unusable ? 'notConfigured' : 'commentsClosed')}</slot>
    </div>
    <form
      part="form"
      class="form"
      novalidate
      aria-labelledby="heading"
      ?hidden=${unusable || (element.readOnly && !context.draft.text)}
      @submit=${handle.submit}
      @input=${handle.input}
      @focusin=${handle.focus}
    >
      <button type="button" class="quiet skip" ?hidden=${!element.hasThread} @click=${handle.skip}>
        ${language.text('skipToComments')}
      </button>
      <div part="summary" class="summary" role="alert" tabindex="-1">${context.summary}</div>
      <div part="heading" class="heading" id="heading" role="heading" aria-level=${element.headingLevel || 2}>
        ${element.parentName ? language.template('formTitleReply', {name: parent}) : language.text('formTitle')}
      </div>
      <p part="notes" class="notes">
        ${language.text(context.fields.some(({name}) => name === 'email') ? 'formNotes' : 'requiredNote')}
      </p>
      <span id="email-note" hidden>${language.text('emailNote')}</span>
      <div class="fields">${context.fields.map((field) => renderField(context, field))}</div>
      <div part="field" class="field">
        ${renderLabel(context, 'comment', language.text('commentLabel'), true)}
        ${context.counter}${renderError(context, 'comment')}
        <textarea
          part="input"
          class="input"
          id="comment"
          name="comment"
          rows="6"
          required
          aria-invalid=${context.errors.has('comment')}
          aria-describedby="comment-error comment-note"
        ></textarea>
        <span id="comment-note" hidden>${language.plural('characterLimit', lengthLimit(context))}</span>
        ${context.preview}
      </div>
      <section
        part="rules"
        class="rules"
        role=${element.parentId ? 'group' : nothing}
        aria-labelledby="rules-title"
        ?hidden=${element.noRules}
      >
        <div id="rules-title" role="heading" aria-level=${(element.headingLevel || 2) + 1}>
          ${language.text('rulesTitle')}
        </div>
        <div id="rules-text"><slot name="rules">${language.text('rulesText')}</slot></div>
      </section>
      ${
        element.agreeRules
          ? renderTick(
              context,
              'rules',
              language.text('agreeRulesLabel'),
              true,
              localStore.get(acceptedRulesKey) === `${element.rulesVersion ?? ''}`,
            )
          : nothing
      }
      ${element.agreePrivacy ? renderPrivacy(context) : nothing}
      ${
        element.noRemember
          ? nothing
          : renderTick(context, 'remember', language.text('rememberMe'), false, !!context.reader)
      }
      <slot name="challenge"></slot>
      <div class="actions">
        <button
          part="submit"
          class="submit"
          aria-disabled=${context.busy || nothing}
          aria-describedby="${element.noRules ? '' : 'rules-text'} premoderation"
        >
          ${language.text(context.busy ? 'submitting' : element.parentId ? 'submitReply' : 'submit')}
        </button>
        ${context.actions}
      </div>
      <span
        part="status"
        class="status"
        role="status"
        aria-atomic="true"
        tabindex="-1"
        data-says=${context.status}
        >${context.status && language.text(context.status)}</span
      >
    </form>
    ${context.question}
  </div>`;
}
