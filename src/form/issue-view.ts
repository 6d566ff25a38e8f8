import {html, nothing, type TemplateResult} from 'lit';
import type {LanguageController} from '../language/controller.js';
import {alertIcon} from './icons.js';
import type {Issue} from './issue.js';
import {issueWords} from './issue-words.js';

/** Examples of addresses in a sentence, which keep their own direction. */
const example = /(\S+@\S+\.\w+|https:\/\/\S+\w)/;

const words = (issue: Issue, language: LanguageController): unknown =>
  issueWords(issue, language)
    .split(example)
    .map((part, index) => (index % 2 ? html`<bdi dir="ltr">${part}</bdi>` : part));

/** What is wrong with a control, for the place before it. */
export const renderIssue = (issue: Issue, language: LanguageController): TemplateResult =>
  html`${alertIcon}<span
      ><span class="hidden">${language.text('errorPrefix')} </span>${words(issue, language)}</span
    >`;

const worthATry: ReadonlySet<Issue['code']> = new Set([
  'errorNetwork',
  'errorTimeout',
  'errorTimeoutUnsure',
  'errorServer',
  'errorChallenge',
  'errorCannotLoad',
  'offline',
]);

/** All that is wrong, with links that `show` the control. */
export function renderIssues(
  issues: readonly Issue[],
  language: LanguageController,
  headingLevel: number,
  show: (event: Event, field: string) => void,
): TemplateResult {
  const line = (issue: Issue): unknown => {
    const {field} = issue;
    const said = words(issue, language);
    return field
      ? html`<a href="#${field}" @click=${(event: Event) => show(event, field)}>${said}</a>`
      : said;
  };
  return html`<div class="issues">
    <div class="issues-title" role="heading" aria-level=${headingLevel || 2}>
      ${alertIcon}${language.text('errorSummaryTitle')}
    </div>
    <ul role="list">
      ${issues.map((issue) => html`<li>${line(issue)}</li>`)}
    </ul>
    ${
      issues.some(({code, wait}) => worthATry.has(code) && !wait)
        ? html`<button class="quiet">${language.text('retry')}</button>`
        : nothing
    }
  </div>`;
}
