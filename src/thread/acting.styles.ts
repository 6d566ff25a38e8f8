import {css, type CSSResult} from 'lit';

/** What a reader can do with a comment, and how their own looks; comes with the code for what a reader does. */
export const styles: CSSResult = css`
  .plain {
    margin-inline-start: -0.125rem;
    padding-inline: 0.375rem;
    border-color: transparent;
  }
  .plain:first-child {
    margin-inline-start: calc(-0.375rem - 1px);
    justify-content: start;
  }
  .plain[aria-disabled='true'] {
    border-color: transparent;
    color: var(--_muted);
    cursor: default;
  }
  .actions > .failure {
    flex-basis: 100%;
    margin-block: 0.25rem 0;
    font-size: max(0.875em, 1rem);
  }
  .held {
    padding: var(--_gap);
    border: 1px dashed var(--_border);
  }
  .held > .note {
    color: var(--_text);
    font-weight: 600;
  }
  @media (prefers-reduced-motion: no-preference) {
    .new {
      --_glow: color-mix(in srgb, var(--_accent) 12%, transparent);
      animation: glow 3s ease-out;
    }
    @keyframes glow {
      0%,
      30% {
        box-shadow:
          0 0 0 0.5rem var(--_glow),
          inset 0 0 0 100vmax var(--_glow);
      }
    }
  }
`;
