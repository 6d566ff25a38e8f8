import {html, type TemplateResult} from 'lit';

/** Something is wrong. Its tags are closed one by one: what makes hosted templates shorter takes their ends for HTML's. */
export const alertIcon: TemplateResult = html`<svg
  class="icon"
  viewBox="0 0 20 20"
  aria-hidden="true"
  fill="none"
  stroke="currentColor"
  stroke-width="1.75"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <circle cx="10" cy="10" r="8.125"></circle>
  <path d="M10 5.75v5M10 14h.01"></path>
</svg>`;
