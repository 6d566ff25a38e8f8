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
  .title,
  .bar {
    margin-block-end: 0.75rem;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    justify-content: flex-end;
  }
  .order {
    color: var(--_muted);
    font-size: 0.875rem;
  }
  .order select {
    min-block-size: 2.25rem;
    padding-inline: 0.5rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_field);
    color: var(--_on-field);
    font: inherit;
  }
  .thread:focus {
    outline-offset: 0.5rem;
  }
  .thread > .more {
    display: block;
    inline-size: 100%;
    margin-block: var(--_gap);
  }
  li > .more {
    margin-block-start: var(--_gap);
  }
  .empty {
    padding-block: calc(var(--_gap) * 1.5);
    border-block-start: 1px solid var(--_hairline);
    color: var(--_muted);
  }
  .empty p {
    margin: 0;
  }
  .none {
    color: var(--_text);
    font-weight: 600;
  }
  .placeholder {
    --_ghost: linear-gradient(var(--_hairline) 0 0) no-repeat;
    --_disc: radial-gradient(circle 1.25rem, var(--_hairline) 97%, transparent) no-repeat;
    block-size: 17rem;
    border-block-start: 1px solid var(--_hairline);
    background:
      var(--_disc) 0 1.25rem / 2.5rem 2.5rem,
      var(--_ghost) 3.25rem 1.625rem / 8rem 0.75rem,
      var(--_ghost) 3.25rem 4.5rem / min(30rem, 80%) 0.5rem,
      var(--_ghost) 3.25rem 5.75rem / min(24rem, 60%) 0.5rem,
      var(--_disc) 0 9.25rem / 2.5rem 2.5rem,
      var(--_ghost) 3.25rem 9.625rem / 6rem 0.75rem,
      var(--_ghost) 3.25rem 12.5rem / min(27rem, 70%) 0.5rem,
      var(--_ghost) 3.25rem 13.75rem / min(15rem, 40%) 0.5rem;
    opacity: 0.7;
    scale: var(--dir) 1;
  }
  .placeholder:not([hidden]) + .empty {
    display: none;
  }
  @media (pointer: coarse) {
    .order select {
      min-block-size: 2.75rem;
    }
  }
`;
