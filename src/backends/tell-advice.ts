import {warnOnce} from '../page/warn.js';
import {CommentError} from './errors.js';
import type {Backend} from './port.js';

/**
 * The same backend, but what its errors advise the site's developer is said
 * once in the console: that the endpoint answers HTML, for instance.
 */
export const tellAdvice = (backend: Backend): Backend =>
  new Proxy<Backend>(Object.create(null), {
    get(_target, name) {
      const member: unknown = Reflect.get(backend, name);
      if (typeof member !== 'function') return member;
      return async (...values: readonly unknown[]): Promise<unknown> => {
        try {
          return await Reflect.apply(member, backend, values);
        } catch (error) {
          if (error instanceof CommentError && error.advice) warnOnce(error.advice);
          throw error;
        }
      };
    },
  });
