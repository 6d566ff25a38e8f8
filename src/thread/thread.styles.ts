import {css, type CSSResult} from 'lit';

export const styles: CSSResult = css`
  :host {
    display: block;
    contain: layout;
  }
  .root {
    --_hairline: light-dark(#dedad4, #3a3d40);
    container-type: inline-size;
  }
  .within {
    padding-block-start: calc(var(--_gap) * 2);
  }
  .title,
  .bar {
    margin-block-end: 0.75rem;
  }
  .bar {
    text-align: end;
  }
  .order {
    color: var(--_muted);
    font-size: max(0.875em, 1rem);
  }
  .order select {
    border-color: var(--_border);
    border-radius: var(--_radius);
  }
  .thread > .more {
    inline-size: 100%;
    margin-block: var(--_gap);
  }
  .empty {
    padding-block: calc(var(--_gap) * 1.5);
    border-block-start: 1px solid var(--_hairline);
    color: var(--_muted);
  }
  .none {
    color: var(--_text);
    font-weight: 600;
  }
  .placeholder {
    max-inline-size: 28em;
    block-size: 10rem;
    background: repeating-linear-gradient(transparent 0 1.25rem, var(--_hairline) 1.25rem 1.75rem);
  }
`;
