/** Smileys and emoji come as images: their words stay, at most this many characters. */
const most = 20;

/** Puts the alternative text of an image before it. The image itself is never shown: it would tell its server who reads. */
export function keepAlternative(image: Element): void {
  image.before([...(image.getAttribute('alt') ?? '')].slice(0, most).join(''));
}
