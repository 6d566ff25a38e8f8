import type {BlockedWords} from '../form/blocked-words-setting.js';
import type {Strings} from '../language/messages.js';
import {warnOnce} from '../page/warn.js';

/** What a page without scripts of its own may set by a child `<script type="application/json">`. */
export interface InlineSettings {
  readonly strings?: Strings;
  readonly blockedWords?: BlockedWords;
  readonly headers?: Readonly<Record<string, string>>;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads the settings in the element's own child script; a bad one warns once and counts as none. */
export function readInlineSettings(host: Element): InlineSettings {
  const script = host.querySelector(':scope > script[type="application/json"]');
  if (!script) return {};
  try {
    const settings: unknown = JSON.parse(script.textContent ?? '');
    if (isRecord(settings)) return settings;
  } catch {
    // Said below, in words that a site owner can use.
  }
  warnOnce('write an object into the JSON script, as {"strings": {…}}.');
  return {};
}
