/** The letter that stands for a person instead of a picture: no image is ever asked for. */
export function initial(name: string): string {
  const letter = /\p{L}/u.exec(name)?.[0] ?? /\p{N}/u.exec(name)?.[0] ?? '';
  return letter.toLocaleUpperCase();
}
