import {css, type CSSResult} from 'lit';

/** What is seen from the first focus on; at rest nothing of it shows. */
export const styles: CSSResult = css`
  .root {
    --_success: var(--taaliq-success, light-dark(#1b6b3a, #7bd39b));
  }
  .field {
    position: relative;
  }
  .icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-block-start: 0.2em;
  }
  .error:not(:empty) {
    display: flex;
    grid-column: 1 / -1;
    gap: 0.375rem;
    align-items: start;
    color: var(--_danger);
    font-size: max(0.9375em, 1rem);
    font-weight: 600;
  }
  .input[aria-invalid='true'] {
    border-color: var(--_danger);
    outline: 1px solid var(--_danger);
    outline-offset: -2px;
  }
  .root .input[aria-invalid='true']:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .issues {
    display: grid;
    gap: 0.5rem;
    padding-inline-start: var(--_gap);
    border-inline-start: 3px solid var(--_danger);
  }
  .issues-title {
    display: flex;
    gap: 0.5rem;
    color: var(--_danger);
    font-weight: 700;
  }
  .issues ul {
    padding: 0;
    list-style: none;
  }
  .issues li + li {
    margin-block-start: 0.25rem;
  }
  .root .issues a {
    color: inherit;
    text-decoration-color: var(--_danger);
  }
  .issues .quiet {
    justify-self: start;
  }
  .counter {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    color: var(--_muted);
    font-size: max(0.9375em, 1rem);
  }
  .counter.over {
    color: var(--_danger);
    font-weight: 600;
  }
  .premoderation {
    color: var(--_muted);
    font-size: max(0.9375em, 1rem);
  }
  .markup {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem var(--_gap);
    align-items: center;
    justify-content: space-between;
  }
  .tags {
    color: var(--_muted);
    font-size: 0.8125em;
    overflow-wrap: anywhere;
  }
  .preview {
    overflow-wrap: anywhere;
  }
  .preview:has(*) {
    display: grid;
    gap: 0.75em;
    padding: 0.75em var(--_gap);
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
  }
  .preview > * {
    margin: 0;
  }
  .preview blockquote {
    padding-inline-start: var(--_gap);
    border-inline-start: 3px solid var(--_border);
  }
  .submit[aria-disabled] {
    background: color-mix(in srgb, var(--_accent), var(--_surface) 15%);
    cursor: progress;
  }
  .status {
    padding-inline-start: var(--_gap);
    border-inline-start: 3px solid var(--_border);
  }
  .status:empty {
    border: 0;
  }
  .status[data-says^='status'] {
    border-color: var(--_success);
    color: var(--_success);
    font-weight: 600;
  }
  .question {
    box-sizing: border-box;
    inline-size: min(28rem, calc(100% - 2rem));
    padding: calc(var(--_gap) * 1.5);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_field);
    color: var(--_on-field);
  }
  .question::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  .question .actions {
    margin-block-start: calc(var(--_gap) * 1.25);
  }
  .question .actions button {
    flex: 1 0 auto;
  }
  @media (forced-colors: active) {
    .input[aria-invalid='true'] {
      outline-color: CanvasText;
    }
  }
`;
