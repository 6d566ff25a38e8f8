import type {PageFacts} from '../../../src/page/facts.js';

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}=["']([^"']*)["']`).exec(tag)?.[1]?.replaceAll('&#038;', '&') ?? '';

/** What the element would read from a page of the site in a browser: enough HTML is read for that. */
export async function readPage(url: string): Promise<PageFacts> {
  const html = await (await fetch(url)).text();
  const links = [...html.matchAll(/<link [^>]*>/g)].map(([tag]) => ({
    rel: attribute(tag, 'rel'),
    type: attribute(tag, 'type'),
    href: new URL(attribute(tag, 'href'), url).href,
  }));
  const form = /<form [^>]*id="commentform"[\s\S]*?<\/form>/.exec(html)?.[0];
  return {
    url,
    title: /<title>([^<]*)/.exec(html)?.[1] ?? '',
    canonical: links.find(({rel}) => rel === 'canonical')?.href ?? null,
    links,
    bodyClasses: attribute(/<body [^>]*>/.exec(html)?.[0] ?? '', 'class').split(' '),
    commentForm: form
      ? {
          action: attribute(form, 'action'),
          hidden: [...form.matchAll(/<input [^>]*type=['"]hidden['"][^>]*>/g)].map(([tag]) => [
            attribute(tag, 'name'),
            attribute(tag, 'value'),
          ]),
        }
      : null,
  };
}
