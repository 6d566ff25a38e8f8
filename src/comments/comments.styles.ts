import {css, type CSSResult} from 'lit';

export const styles: CSSResult = css`
  :host {
    display: block;
    contain: layout;
  }
  .title {
    margin-block-end: var(--_gap);
  }
  .failure {
    margin-block-start: calc(var(--_gap) * 2);
  }
`;
