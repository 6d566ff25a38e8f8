/**
 * Loads a module from one of two addresses: engines remember that an `import()`
 * failed, so after a failure the other one is next. Several may wait for the
 * same attempt.
 */
export function eitherAddress<Module>(
  first: () => Promise<Module>,
  second: () => Promise<Module>,
): () => Promise<Module> {
  let failed = false;
  return async () => {
    const again = failed;
    try {
      return await (again ? second() : first());
    } catch (error) {
      failed = !again;
      throw error;
    }
  };
}
