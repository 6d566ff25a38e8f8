import * as z from 'zod/mini';
import {anything, name} from '../schema.js';

/** What the services answer, all in one: each has some of it. */
export const answerSchema = z.object({
  /** Formspree's word for a success, with the page to go on to. */
  ok: anything,
  next: anything,
  /** Formspree's refusals. */
  error: anything,
  errors: anything,
  /** Staticman's. */
  success: anything,
  errorCode: anything,
  /** Names of the fields that it is about. */
  data: anything,
});

/** One of Formspree's refusals; without a field it is about the whole form. Both are as short as a name. */
export const errorSchema = z.object({code: name, field: name});
