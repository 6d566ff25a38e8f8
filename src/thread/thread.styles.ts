import {css, type CSSResult} from 'lit';

export const styles: CSSResult = css`
  :host {
    display: block;
    contain: layout;
  }
  .root {
    container-type: inline-size;
  }
  .title {
    font-size: 1.375em;
    font-weight: 700;
    line-height: 1.4;
  }
  .count {
    color: var(--_muted);
    font-weight: 400;
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
  .skip:not(:focus) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .thread:focus {
    outline-offset: 0.5rem;
  }
  .more,
  .quiet,
  .skip {
    min-inline-size: 4em;
    min-block-size: 2.5rem;
    padding: 0.25rem 1rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .thread > .more {
    display: block;
    inline-size: 100%;
    margin-block: var(--_gap);
  }
  li > .more {
    margin-block-start: var(--_gap);
  }
  .more:hover,
  .quiet:hover {
    border-color: var(--_accent);
    color: var(--_accent);
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
  .failure {
    margin-block: 0 0.75rem;
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--_danger);
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
    .more,
    .quiet,
    .order select {
      min-block-size: 2.75rem;
    }
  }
  @media (forced-colors: active) {
    .more,
    .quiet {
      border-color: ButtonBorder;
    }
  }
`;
