import {css, type CSSResult} from 'lit';

/** The heading of the whole section, and what is said where the conversation is missing. */
export const section: CSSResult = css`
  .title {
    font-size: 1.5em;
    font-weight: 700;
  }
  .count {
    margin-inline: 0.25em;
    color: var(--_muted);
    font-size: 0.75em;
    font-weight: 400;
  }
  .failure {
    margin-block-end: 0.75rem;
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--_danger);
  }
`;
