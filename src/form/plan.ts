import {markupToText} from '../content/markup.js';
import {threadKey} from '../page/thread-key.js';
import type {ChallengePlace} from './challenge-place.js';
import type {FormRules, FormValues} from './check.js';
import type {Connection} from './connection.js';
import type {Draft} from './draft.js';
import type {FormContext, FormSettings} from './form-context.js';
import type {Surroundings} from './new-comment.js';
import {Pace} from './pace.js';
import type {ReaderValues} from './reader-values.js';
import {textRules} from './text-rules.js';

/** A form is shown for at least this long before anything is sent: machines are faster. */
const leastTime = 2_000;

/** Everything that a comment is made of, as it stood when the reader pressed send. */
export interface Plan {
  readonly draftKey: string;
  readonly draft: Draft;
  readonly values: FormValues;
  readonly rules: FormRules;
  readonly around: Omit<Surroundings, 'key' | 'markup'>;
  /** The page lets readers write tags, if the server keeps them. */
  readonly wantsMarkup: boolean;
  readonly connection: Connection;
  readonly pace: Pace;
  /** On the clock of `performance.now()`: nothing is sent before. */
  readonly notBefore: number;
  readonly closed: boolean;
  readonly token: (() => Promise<string>) | null;
}

/** Whether tags may be written: where the page wants it and the server can keep them. */
export const takesMarkup = ({markup}: FormSettings, {capabilities}: Connection): boolean =>
  markup === 'basic' && capabilities?.markup === true;

/** What readers will see of what is written. */
export const seenOf = (text: string, {element}: FormContext, connection: Connection): string =>
  takesMarkup(element, connection) ? markupToText(text) : text;

export function rulesOf(context: FormContext, connection: Connection): FormRules {
  const {element, language, fields, serverMaxLength} = context;
  return {
    ...textRules(element, serverMaxLength, language.tag, takesMarkup(element, connection)),
    fields,
    agreeRules: element.agreeRules,
    agreePrivacy: element.agreePrivacy,
    takesDecoy: connection.capabilities?.decoy ?? false,
  };
}

export function makePlan(
  context: FormContext,
  values: ReaderValues,
  connection: Connection,
  challenge: ChallengePlace | undefined,
): Plan {
  const {element, language, draftKey, draft, shownAt} = context;
  const thread = element.thread || threadKey(context.page);
  const {parentId, agreeRules, rulesVersion, agreePrivacy, endpoint, readOnly} = element;
  const {tag: lang, dir} = language;
  return {
    draftKey,
    draft: {...draft, text: values.typed('comment')},
    values: values.clean(),
    rules: rulesOf(context, connection),
    around: {thread, parentId, lang, dir, agreeRules, rulesVersion, agreePrivacy},
    wantsMarkup: element.markup === 'basic',
    connection,
    pace: new Pace(endpoint, thread),
    notBefore: shownAt + leastTime,
    closed: readOnly,
    token: challenge ? () => challenge.token() : null,
  };
}
