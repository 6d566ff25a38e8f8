import {expect} from '@open-wc/testing';
import {CommentError, type ErrorCode, type FieldError} from '../../src/backends/errors.js';
import {serverIssues} from '../../src/form/server-issues.js';

describe('serverIssues', () => {
  const general: readonly [ErrorCode, string][] = [
    ['invalid', 'errorServer'],
    ['duplicate', 'errorDuplicate'],
    ['too-fast', 'errorTooFast'],
    ['closed', 'errorClosed'],
    ['login-required', 'errorLoginRequired'],
    ['forbidden', 'errorNotAllowed'],
    ['blocked-words', 'errorBlockedWords'],
    ['spam', 'errorSpam'],
    ['too-many-links', 'errorTooManyLinks'],
    ['parent-missing', 'errorParentMissing'],
    ['not-found', 'errorNotAllowed'],
    ['network', 'errorNetwork'],
    ['offline', 'offline'],
    ['server', 'errorServer'],
    ['invalid-response', 'errorServer'],
  ];
  for (const [code, said] of general) {
    it(`${code}: ${said}`, () => {
      expect(serverIssues(new CommentError(code), 100, true)).to.deep.equal([{field: null, code: said}]);
    });
  }

  it('promises not to post twice only for servers that keep it', () => {
    const error = new CommentError('timeout');
    expect(serverIssues(error, 100, true)[0]?.code).to.equal('errorTimeout');
    expect(serverIssues(error, 100, false)[0]?.code).to.equal('errorTimeoutUnsure');
  });

  it('RTL E5: carries a known wait', () => {
    const error = new CommentError('too-fast', {retryAfter: 30});
    expect(serverIssues(error, 100, true)).to.deep.equal([{field: null, code: 'errorTooFast', wait: 30}]);
  });

  const fields: readonly [FieldError, string | null, string, number?][] = [
    [{field: 'name', code: 'required'}, 'name', 'errorNameRequired'],
    [{field: 'name', code: 'too-long'}, 'name', 'errorNameTooLong'],
    [{field: 'email', code: 'required'}, 'email', 'errorEmailRequired'],
    [{field: 'email', code: 'malformed'}, 'email', 'errorEmailInvalid'],
    [{field: 'website', code: 'malformed'}, 'website', 'errorWebsiteInvalid'],
    [{field: 'content', code: 'too-long', limit: 50}, 'comment', 'errorCommentTooLong', 50],
    [{field: 'content', code: 'too-long'}, 'comment', 'errorCommentTooLong', 100],
    [{field: 'content', code: 'too-many-links'}, 'comment', 'errorTooManyLinks'],
    [{field: 'parent', code: 'malformed'}, null, 'errorParentMissing'],
    [{field: 'rules', code: 'required'}, 'rules', 'errorRulesRequired'],
    [{field: 'privacy', code: 'required'}, 'privacy', 'errorConsentRequired'],
    [{field: 'challenge', code: 'expired'}, null, 'errorChallenge'],
  ];
  for (const [error, field, code, count] of fields) {
    it(`${error.field} ${error.code}: ${code}`, () => {
      const [issue] = serverIssues(new CommentError('invalid', {fields: [error]}), 100, true);
      expect(issue).to.deep.include({field, code});
      if (count) expect(issue?.count).to.equal(count);
    });
  }
});
