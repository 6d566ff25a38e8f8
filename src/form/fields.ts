import type {MessageKey} from '../language/messages.js';

/** A field beside the comment. */
export type FieldName = 'name' | 'email' | 'website';

interface FieldKind {
  readonly label: MessageKey;
  /** Both `name` and `autocomplete`: how browsers know it. */
  readonly autocomplete: string;
  /** Both `type` and `inputmode`. */
  readonly type: 'text' | 'email' | 'url';
}

export const fieldKinds: Readonly<Record<FieldName, FieldKind>> = {
  name: {label: 'nameLabel', autocomplete: 'name', type: 'text'},
  email: {label: 'emailLabel', autocomplete: 'email', type: 'email'},
  website: {label: 'websiteLabel', autocomplete: 'url', type: 'url'},
};

export interface Field {
  readonly name: FieldName;
  readonly required: boolean;
}

export const isFieldName = (name: string): name is FieldName => Object.hasOwn(fieldKinds, name);

/**
 * Reads the attribute `fields`: names in order, `*` after what is required. Of a
 * repeated name the last counts. Null: the attribute has been taken away.
 */
export function parseFields(value: string | null): readonly Field[] {
  const fields = new Map<FieldName, Field>();
  for (const word of (value ?? '').split(/[\s,]+/)) {
    const name = word.replace('*', '');
    if (isFieldName(name)) fields.set(name, {name, required: name !== word});
  }
  return [...fields.values()];
}
