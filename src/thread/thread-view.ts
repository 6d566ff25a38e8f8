import {html, nothing, type TemplateResult} from 'lit';
import type {Order} from '../content/types.js';
import type {LanguageController} from '../language/controller.js';
import type {MessageKey} from '../language/messages.js';
import type {Failure} from './conversation.js';
import type {Side, ThreadStore} from './store.js';

const orderWords: Readonly<Record<Order, MessageKey>> = {
  newest: 'sortNewest',
  oldest: 'sortOldest',
  popular: 'sortPopular',
};

type Piece = TemplateResult | typeof nothing;

/** How many comments there are, after a space that voices get to hear; nothing where there is none. */
export const renderCount = (language: LanguageController, count = 0): Piece =>
  count ? html`&nbsp;<bdi class="count">${language.number(count)}</bdi>` : nothing;

export function renderTitle(language: LanguageController, level: number, count: number): TemplateResult {
  return html`<div part="heading" class="title" id="title" role="heading" aria-level=${level}>
    ${language.text('commentsTitle')}${renderCount(language, count)}
  </div>`;
}

/** The choice of an order, where the server has more than one and there is something to put in order. */
export function renderOrder(
  language: LanguageController,
  {capabilities, order, tree}: ThreadStore,
  choose: (event: Event) => void,
): Piece {
  const orders = capabilities?.orders ?? [];
  if (orders.length < 2 || tree.roots.length < 2) return nothing;
  return html`<label class="order"
    >${language.text('sortLabel')}
    <select class="quiet action" @change=${choose}>
      ${orders.map(
        (name) =>
          html`<option value=${name} .selected=${name === order}>${language.text(orderWords[name])}</option>`,
      )}
    </select></label
  >`;
}

export function renderMore(language: LanguageController, where: Side, store: ThreadStore): Piece {
  if (store.cursors[where] === null) return nothing;
  const busy = store.busy.has(where);
  return html`<button
    type="button"
    part="more"
    class="quiet more"
    data-do=${where}
    aria-disabled=${busy ? 'true' : nothing}
  >
    ${language.text(busy ? 'loading' : 'loadMore')}
  </button>`;
}

/** What stands there when nobody has written yet. */
export function renderEmpty(language: LanguageController, invite: boolean): TemplateResult {
  return html`<p class="none">${language.text('noComments')}</p>
    ${invite ? html`<p>${language.text('beFirst')}</p>` : nothing}`;
}

export function renderSkip(language: LanguageController): TemplateResult {
  return html`<button type="button" class="quiet skip" data-do="skip">
    ${language.text('skipToForm')}
  </button>`;
}

/** Why nothing, or no more, is shown. The words differ only where the reader can do something else. */
export function renderFailure(language: LanguageController, {error}: Failure): TemplateResult {
  const unset = error.status === null && (error.code === 'invalid' || error.code === 'not-found');
  return html`<p class="failure">
      ${language.text(unset ? 'notConfigured' : 'threadLoadFailed')}
      ${error.retryAfter === null ? nothing : language.plural('errorRetryAfter', error.retryAfter)}
    </p>
    ${
      unset
        ? nothing
        : html`<button type="button" class="quiet" data-do="retry">${language.text('retry')}</button>`
    }`;
}
