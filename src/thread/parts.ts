/** Parts of the form, which elements around it hand on under the same names. */
export const formParts =
  'heading, form, notes, field, label, hint, input, error, summary, rules, agree, counter, submit, status';

/** Parts of the conversation with the reply form in it. */
export const threadParts = `thread, comment, author, badge, time, body, actions, reply, like, more, ${formParts}`;
