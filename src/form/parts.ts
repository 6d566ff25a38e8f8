/** Parts of the form, which elements around it hand on under the same names. */
export const formParts =
  'heading, form, notes, field, label, hint, input, error, summary, rules, agree, counter, submit, status';
