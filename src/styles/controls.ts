import {css, type CSSResult} from 'lit';

/** Buttons, fields and links: what the form and the conversation have in common. */
export const controls: CSSResult = css`
  .root [hidden] {
    display: none;
  }
  .root :where(p, ol, ul) {
    margin: 0;
  }
  .root a {
    color: var(--_accent);
    text-decoration-skip-ink: auto;
    text-decoration-thickness: from-font;
    text-underline-offset: 0.25em;
  }
  .input,
  .submit,
  .quiet {
    box-sizing: border-box;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font: inherit;
  }
  .input {
    inline-size: 100%;
    padding: 0.625rem 0.875rem;
    background: var(--_field);
    color: var(--_on-field);
  }
  .submit,
  .quiet {
    min-inline-size: 4em;
    min-block-size: 2.75rem;
    padding: 0.375rem 1rem;
    background: none;
    color: inherit;
    cursor: pointer;
  }
  .submit {
    padding-inline: 2rem;
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .submit:hover {
    background: color-mix(in srgb, var(--_accent), var(--_text) 18%);
  }
  .quiet:hover {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .skip {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    z-index: 1;
    background: var(--_surface);
  }
  .skip:not(:focus) {
    clip-path: inset(50%);
  }
`;
