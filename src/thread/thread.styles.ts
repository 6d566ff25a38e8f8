import {css, type CSSResult} from 'lit';

export const styles: CSSResult = css`
  :host {
    display: block;
    contain: layout;
  }
  .root {
    container-type: inline-size;
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
    --_ghost: color-mix(in srgb, var(--_hairline) 60%, transparent);
    block-size: 20rem;
    border-block-start: 1px solid var(--_hairline);
    background:
      radial-gradient(circle 1.25rem at 1.25rem 2.5rem, var(--_ghost) 98%, transparent) 0 0 / 100% 10rem,
      linear-gradient(
          transparent 2.125rem,
          var(--_ghost) 2.125rem 2.875rem,
          transparent 2.875rem 4.75rem,
          var(--_ghost) 4.75rem 5.25rem,
          transparent 5.25rem 6.25rem,
          var(--_ghost) 6.25rem 6.75rem,
          transparent 6.75rem
        )
        3.25rem 0 / 100% 10rem no-repeat repeat;
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
