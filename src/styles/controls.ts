import {css, type CSSResult} from 'lit';

/** Buttons, fields and links: what form and conversation have in common. */
export const controls: CSSResult = css`
  .root [hidden] {
    display: none;
  }
`;
