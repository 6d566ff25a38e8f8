import {css, type CSSResult} from 'lit';

export const styles: CSSResult = css`
  /* Takes no room, but the line that the number will stand in. */
  :host::before {
    content: '\\200c';
  }
  .root {
    font-family: var(--taaliq-font, inherit);
    font-style: normal;
    font-synthesis: weight;
    letter-spacing: normal;
  }
  [hidden] {
    display: none;
  }
`;
