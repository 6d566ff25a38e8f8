/** Whether the database can keep a text: PostgreSQL has no U+0000, and half a surrogate pair is no UTF-8. */
export const storable = (text: string): boolean => !/[\0\p{Cs}]/u.test(text);
