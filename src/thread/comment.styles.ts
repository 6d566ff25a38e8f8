import {css, type CSSResult} from 'lit';

/** How a comment and the list of comments look. */
export const commentStyles: CSSResult = css`
  .list {
    padding: 0;
    list-style: none;
  }
  /* WebKit's own style sheet aligns items once for all that is in them, whatever its direction. */
  .list li {
    text-align: start;
  }
  .thread > .list > li {
    padding-block: calc(var(--_gap) * 1.25);
    border-block-start: 1px solid var(--_hairline);
  }
  .list .list {
    margin-block-start: calc(var(--_gap) * 1.25);
    padding-inline-start: 0.6875rem;
    border-inline-start: 1px solid var(--_hairline);
  }
  .list .list > li + li {
    margin-block-start: calc(var(--_gap) * 1.25);
  }

  .comment {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.625rem 0.75rem;
    border-radius: var(--_radius);
    content-visibility: auto;
    contain-intrinsic-block-size: auto 9rem;
    overflow-clip-margin: 0.5rem;
  }
  .comment > * {
    grid-column: 1 / -1;
  }
  .comment::before {
    grid-area: 1 / 1;
    content: attr(data-initial);
    content: attr(data-initial) / '';
    display: grid;
    place-items: center;
    inline-size: 2.5rem;
    block-size: 2.5rem;
    border: 1px solid var(--_hairline);
    border-radius: 50%;
    background: color-mix(in srgb, currentColor 6%, transparent);
    font-weight: 600;
  }
  .comment > .heading {
    grid-area: 1 / 2;
    align-self: center;
  }

  .name {
    display: inline-block;
    max-inline-size: 100%;
    overflow: clip;
    overflow-clip-margin: 0.25em;
    vertical-align: bottom;
  }
  .author {
    font-weight: 600;
  }
  .heading a {
    color: inherit;
  }
  .badge {
    display: inline-block;
    margin-inline-start: 0.25rem;
    padding-inline: 0.5rem;
    border: 1px solid currentColor;
    border-radius: 1rem;
    color: var(--_accent);
    font-size: max(0.875em, 1rem);
    font-weight: 600;
  }
  /* Letters of Nastaliq reach out of their line. */
  .badge:lang(ur) {
    padding-block: 0.25rem;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    color: var(--_muted);
    font-size: max(0.875em, 1rem);
  }
  .meta a:not(:hover) {
    text-decoration: none;
  }

  .body {
    max-inline-size: 28em;
    overflow: clip;
    overflow-clip-margin: 0.5em;
  }
  .body:is(:lang(en), :lang(tr)) {
    quotes: '“' '”';
  }
  .body:lang(he) {
    quotes: '"' '"';
  }
  /* Letters that join have no italics. */
  .body :is(em, i, cite):dir(rtl) {
    font-style: normal;
    font-weight: 600;
  }
  .comment .body > * + * {
    margin-block-start: 0.75em;
  }
  .comment .body :is(ul, ol) {
    padding-inline-start: 2em;
  }
  .body blockquote {
    margin-inline: 0;
    padding-inline-start: 1em;
    border-inline-start: 2px solid var(--_hairline);
    color: var(--_muted);
  }
  /* Engines draw text in "monospace" alone smaller than the text around it. */
  .body :is(code, pre) {
    white-space: pre-wrap;
    font-family: monospace, monospace;
  }
  .note {
    color: var(--_muted);
    font-size: max(0.875em, 1rem);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .action {
    display: inline-flex;
    gap: 0.5rem;
    place-items: center;
    place-content: center;
    min-block-size: 2rem;
    padding-block: 0;
    border-color: var(--_hairline);
    border-radius: 2rem;
    color: var(--_muted);
    font-size: max(0.875em, 1rem);
  }
  .like::before {
    content: '';
    inline-size: 16px;
    block-size: 16px;
    background: currentColor;
    clip-path: path('M8 14 2 8a4 4 0 0 1 6-5 4 4 0 0 1 6 5Z');
    opacity: 0.7;
    forced-color-adjust: none;
  }
  [aria-pressed='true']::before {
    opacity: 1;
  }
  .like[aria-pressed='true'] {
    border-color: currentColor;
    color: var(--_accent);
    font-weight: 600;
  }

  .comment ~ :not(ol) {
    margin-block-start: calc(var(--_gap) * 1.25);
  }

  @container (inline-size >= 34rem) {
    .comment > * {
      grid-column: 2;
    }
    .list .list {
      margin-inline-start: 1.25rem;
      padding-inline-start: 1.25rem;
    }
    .comment ~ :not(ol) {
      margin-inline-start: 3.25rem;
    }
  }
  @media (pointer: coarse) {
    .action {
      min-block-size: 2.75rem;
    }
  }
  @media (forced-colors: active) {
    .like::before {
      background: ButtonText;
    }
  }
`;
