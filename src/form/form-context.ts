import type {LitElement} from 'lit';
import type {BackendSettings} from '../backends/connect-backend.js';
import type {LanguageController} from '../language/controller.js';
import type {MessageKey, Strings} from '../language/messages.js';
import type {BlockedWords} from './blocked-words-setting.js';
import type {Challenge} from './challenge.js';
import type {Draft} from './draft.js';
import type {Field} from './fields.js';

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
  readonly theme: 'auto' | 'light' | 'dark';
  readonly markup: 'text' | 'basic';
  readonly readOnly: boolean;
  readonly headingLevel: number;
  readonly parentId: string;
  readonly parentName: string;
  readonly hasThread: boolean;
  readonly strings: Strings | undefined;
  readonly blockedWords: BlockedWords | undefined;
  readonly challenge: Challenge | undefined;
}

/**
 * What the form at rest shares with the part of it that comes at the first
 * focus (sending.ts). That part fills in what the form then shows.
 */
export interface FormContext {
  readonly element: LitElement & FormSettings;
  readonly language: LanguageController;
  /** What the page called itself when the box turned to this conversation. */
  page: string;
  /** Where the draft in the box is kept. */
  draftKey: string;
  draft: Draft;
  /** When the form was first shown for this conversation, on the clock of `performance.now()`. */
  shownAt: number;
  /** Name, e-mail and website, if the reader asked this device to keep them. */
  readonly reader: unknown;
  /** Those of the page; by the time it is rendered also what the server demands. */
  fields: readonly Field[];
  /** Greatest length of a comment that the server takes. */
  serverMaxLength: number;

  /** Takes the comment on its way; missing until the sending part has come. */
  submit?: () => void;
  /** A comment is under way, or its way is being made. */
  busy: boolean;
  /** What is wrong, by the id of the control. */
  errors: ReadonlyMap<string, unknown>;
  /** The same, above the fields. */
  summary?: unknown;
  /** What the status region says. */
  status: MessageKey | '';
  /** Direction of the name of who is answered. */
  parentDir?: unknown;
  /** How much room is left in the box. */
  counter?: unknown;
  /** Below the box, where tags may be written. */
  preview?: unknown;
  /** Beside the button that sends. */
  actions?: unknown;
  /** A question that waits for an answer. */
  question?: unknown;
}
