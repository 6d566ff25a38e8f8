import {css, type CSSResult} from 'lit';

export const styles: CSSResult = css`
  :host {
    display: block;
    contain: layout;
  }
  .root {
    container-type: inline-size;
  }
  .form,
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_gap) * 1.25);
  }
  .field {
    display: flex;
    flex-direction: column;
    gap: 0.375rem;
  }
  .field .label {
    margin-block-end: auto;
  }
  .heading {
    font-size: 1.375em;
    font-weight: 700;
  }
  .name {
    display: inline-block;
    max-inline-size: 100%;
  }
  .notes,
  .hint,
  .status,
  #rules-text {
    color: var(--_muted);
  }
  .notes,
  .rules,
  .tick {
    font-size: max(0.9375em, 1rem);
    text-wrap: pretty;
  }
  .notes {
    margin-block-start: calc(var(--_gap) * -0.75);
  }
  .label,
  #rules-title {
    font-weight: 600;
  }
  .mark {
    margin-inline-start: 0.25em;
    color: var(--_danger);
  }
  [type='email'],
  [type='url'] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  textarea {
    resize: vertical;
  }
  .rules {
    padding-inline-start: var(--_gap);
    border-inline-start: 3px solid color-mix(in srgb, var(--_accent), var(--_surface) 55%);
  }
  .tick {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.25rem 0.625rem;
    align-items: start;
  }
  .tick .label {
    font-weight: 400;
  }
  .tick input {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0.3em 0 0;
    accent-color: var(--_accent);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: center;
  }
  .actions button {
    flex: 1 0 100%;
  }
  .error:empty {
    display: none;
  }
  .summary:empty,
  .status:empty {
    position: absolute;
  }
  @container (min-width: 34rem) {
    .fields {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .field:last-child:nth-child(odd) {
      grid-column: 1 / -1;
    }
    .actions button {
      flex: none;
    }
  }
  @media (pointer: coarse) {
    .tick,
    .tick .label {
      padding-block: 0.625rem;
    }
    .tick .label {
      margin-block: -0.625rem;
    }
  }
`;
