import {css} from 'lit';

/**
 * The look, once: public tokens are read here into private twins, on the inner
 * root and never on the host, so that a page can set them anywhere above.
 * Colours borrow the page's own text colour and surface; only the accent is ours.
 */
export const tokens = css`
  .root {
    --_accent: var(--taaliq-accent, light-dark(#0b5c4a, #6fcfb4));
    --_on-accent: light-dark(#fff, #06241c);
    --_text: var(--taaliq-text, currentColor);
    --_surface: var(--taaliq-surface, Canvas);
    --_muted: var(--taaliq-muted, light-dark(#595959, #adadad));
    --_field: var(--taaliq-field, light-dark(#fff, #1b1d1f));
    --_on-field: light-dark(#1a1a1a, #ececec);
    --_border: var(--taaliq-border, light-dark(#767676, #8c8c8c));
    --_danger: var(--taaliq-danger, light-dark(#b3261e, #ff9a90));
    --_radius: var(--taaliq-radius, 0.375rem);
    --_gap: var(--taaliq-gap, 1rem);
    --_focus: var(--taaliq-focus, var(--_accent));

    color: var(--_text);
    font-family: var(--taaliq-font, inherit);
    font-size: max(1em, 1rem);
    font-style: normal;
    font-variant: normal;
    font-synthesis: weight;
    line-height: 1.7;
    letter-spacing: normal;
    word-spacing: normal;
    text-transform: none;
    text-indent: 0;
    text-align: start;
    text-align-last: auto;
    text-shadow: none;
    white-space: normal;
    word-break: normal;
    hyphens: manual;
    overflow-wrap: anywhere;
    quotes: '«' '»' '“' '”';
    -webkit-text-stroke: 0;
  }
  .root:lang(ur) {
    line-height: 2.2;
  }
  .root[data-theme='light'] {
    color-scheme: light;
  }
  .root[data-theme='dark'] {
    color-scheme: dark;
  }
  .root :focus {
    scroll-margin-block: 4rem;
  }
  .root :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .root :focus-visible {
      outline-color: Highlight;
    }
  }
`;
