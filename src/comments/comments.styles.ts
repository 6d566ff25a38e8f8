import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    contain: layout;
  }
  .root {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_gap) * 2.5);
  }
`;
