import {css, type CSSResult} from 'lit';

/** How a comment looks while its author changes it. */
export const styles: CSSResult = css`
  .edit {
    display: grid;
    gap: 0.75rem;
  }
  .edit .field {
    display: grid;
    gap: 0.375rem;
  }
  .edit .error:empty {
    display: none;
  }
  .edit .label {
    font-weight: 600;
  }
  .edit textarea {
    field-sizing: content;
    min-block-size: 7em;
    max-block-size: 60vh;
    resize: vertical;
  }
`;
