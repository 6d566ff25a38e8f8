import type {LitElement} from 'lit';
import type {LanguageController} from '../language/controller.js';
import type {MessageKey, Strings} from '../language/messages.js';
import type {BlockedWords} from './blocked-words-setting.js';
import type {Challenge} from './challenge.js';
import type {BackendSettings} from './connect-backend.js';
import type {Draft} from './draft.js';
import type {Field, FieldName} from './fields.js';
import type {Remembered} from './remembered.js';

/** What the page has set on the form. */
export interface FormSettings extends BackendSettings {
  readonly thread: string;
  readonly fields: string;
  readonly minLength: number;
  readonly maxLength: number;
  readonly noRules: boolean;
  readonly agreeRules: boolean;
  readonly rulesVersion: string;
  readonly agreePrivacy: boolean;
  readonly privacyUrl: string;
  readonly noRemember: boolean;
  readonly readOnly: boolean;
  readonly headingLevel: number;
  readonly parentId: string;
  readonly parentName: string;
  readonly hasThread: boolean;
  readonly strings: Strings | undefined;
  readonly blockedWords: BlockedWords | undefined;
  readonly challenge: Challenge | undefined;
}

/** What the form shares with the part of it that comes at the first focus. Both read and change it. */
export interface FormContext {
  readonly element: LitElement & FormSettings;
  readonly language: LanguageController;
  /** Which conversation; the page's own key when the page names none. */
  thread: string;
  /** Whose draft is in the box. */
  target: string;
  draft: Draft;
  /** Fields shown. */
  fields: readonly Field[];
  /** Fields that the server refuses to do without. */
  demanded: readonly FieldName[];
  /** Greatest length of a comment that the server takes. */
  serverMaxLength: number;
  /** What the status region says. */
  status: MessageKey | '';
  /** When the form was first shown, on the clock of `performance.now()`. */
  shownAt: number;
  /** What this device offers to fill in, or null. */
  readonly remembered: Remembered | null;
}
