import {request} from '../http.js';
import type {BackendFactory, Capabilities} from '../port.js';
import {checkAccepted} from './accept.js';
import {pickDialect} from './dialects.js';
import {toRefusal} from './refusal.js';

const capabilities: Capabilities = {
  list: false,
  requires: [],
  maxLength: null,
  orders: [],
  like: null,
  edit: false,
  remove: false,
  report: false,
  counts: false,
  locate: false,
  idempotent: false,
  challenge: null,
  moderation: 'before',
};

/**
 * Sends comments to whoever takes a form (Formspree, Netlify, Staticman, a
 * script of one's own) and cannot read them, for `backend="form-endpoint"`.
 */
export const createFormEndpoint: BackendFactory = (options) => {
  const dialect = pickDialect(options);
  const {toForm, says, decoy, advice} = dialect;
  return {
    capabilities: async () => ({...capabilities, decoy}),

    async create(comment, signal) {
      const answer = await request(
        options,
        {
          url: options.endpoint,
          method: 'POST',
          // Some refuse to answer at all where they cannot answer as asked.
          ...(!says && {headers: {accept: 'application/json, */*;q=0.5'}}),
          form: toForm(comment, options).filter(([, value]) => value),
          answer: says ? 'json' : 'text',
          // Others lead to a page of thanks; one of another site is no answer. With `manual` nobody could
          // tell it from a page that refuses, and the text would be gone; where the form itself may be
          // led to is the business of the page's connect-src.
          redirect: says ? 'error' : 'follow',
          refusal: (answer) => toRefusal(answer, advice),
        },
        signal,
      );
      checkAccepted(answer, dialect);
      // Somebody reads it before anybody else does, and nothing tells how it goes on.
      return {status: 'held', id: null, comment: null};
    },
  };
};
