/** What is wrong with the database, as one line for the person who starts the server. */
export class DatabaseError extends Error {}
