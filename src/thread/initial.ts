/** The letter that stands for a person instead of a picture: no image is ever asked for. */
export function initial(name: string): string {
  return /[\p{L}\p{N}]/u.exec(name)?.[0].toUpperCase() ?? '';
}
