import type {MessageKey} from '../language/messages.js';
import {warnOnce} from '../page/warn.js';

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

const isFieldName = (name: string): name is FieldName => Object.hasOwn(fieldKinds, name);

/** Reads the attribute `fields`: names in order, `*` after what is required. `demanded`: what the server asks for besides. */
export function parseFields(value: string, demanded: readonly FieldName[]): readonly Field[] {
  const fields = new Map<FieldName, Field>();
  for (const word of value.split(/[\s,]+/).filter(Boolean)) {
    const name = word.replace('*', '');
    if (isFieldName(name)) fields.set(name, {name, required: name !== word});
    else warnOnce(`fields="${value}": "${word}" is none of name, email, website.`);
  }
  for (const name of demanded) fields.set(name, {name, required: true});
  return [...fields.values()];
}
