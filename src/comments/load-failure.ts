import {html, type TemplateResult} from 'lit';
import type {LanguageController} from '../language/controller.js';

/** What stands in the conversation's place when its code could not be loaded. */
export const renderLoadFailure = (language: LanguageController, retry: () => void): TemplateResult =>
  html`<p class="failure">${language.text('threadLoadFailed')}</p>
    <button type="button" class="quiet" @click=${retry}>${language.text('retry')}</button>`;
