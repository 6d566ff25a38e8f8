/**
 * The same module under a second address. Engines remember that an `import()`
 * failed, so what has to be tried again must be asked for by another name.
 */
declare module '*?retry';
