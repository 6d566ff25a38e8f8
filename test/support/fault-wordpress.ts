import {FaultySite, type AnswerParts, type Asked, type Fault} from './fault-sockets.js';

const json = (body: unknown, status = 200): AnswerParts => ({status, body: JSON.stringify(body)});

/** A refusal of WordPress's API. */
export const apiError = (code: string, status: number): AnswerParts =>
  json({code, message: 'No.', data: {status}}, status);

/** A refusal of WordPress's form as a browser is given it: a page, and no word of what is meant. */
export const page = (status: number): AnswerParts => ({
  status,
  type: 'text/html; charset=UTF-8',
  body: '<!doctype html><body id="error-page"><div class="wp-die-message"><p>لا.</p></div>',
});

const isForm = ({method, path}: Asked): boolean => method === 'POST' && path.includes('wp-comments-post.php');
const isApi = ({method, path}: Asked): boolean => method === 'POST' && path.includes('rest_route');

/** A WordPress with a post, and on it the widget. A comment with the words of another it takes for a duplicate. */
export class FaultyWordPress extends FaultySite {
  /** Whether visitors may use the API; else comments come by the form of the site. */
  readonly isOpen: boolean;
  readonly #article: string;

  /** `article`: the page of the post. */
  constructor(isOpen: boolean, fault: Fault | null, article: string) {
    super('POST', fault);
    this.isOpen = isOpen;
    this.#article = article;
  }

  /** Comments that came where they are taken. */
  get arrived(): number {
    return this.asked.filter((asked) => this.#takes(asked)).length;
  }

  #takes(asked: Asked): boolean {
    return this.isOpen ? isApi(asked) : isForm(asked);
  }

  override goesWrong(asked: Asked): boolean {
    return this.#takes(asked);
  }

  #textOf(asked: Asked): string {
    if (isForm(asked)) return new URLSearchParams(asked.body).get('comment') ?? '';
    return (JSON.parse(asked.body) as {content: string}).content;
  }

  override store(asked: Asked): {readonly id: string; readonly text: string} {
    const text = this.#textOf(asked);
    this.held.set(text, text);
    return {id: String([...this.held.keys()].indexOf(text) + 1), text};
  }

  override goodParts(asked: Asked): AnswerParts {
    if (this.#takes(asked)) return this.#take(asked);
    if (isApi(asked)) return apiError('rest_comment_login_required', 401);
    if (asked.path === '/article') return {type: 'text/html; charset=utf-8', body: this.#article};
    if (asked.path.includes('/v2/comments'))
      return json([...this.held.values()].map((text, at) => wire(at + 1, text)).toReversed());
    return json({comment_status: 'open'});
  }

  #take(asked: Asked): AnswerParts {
    if (this.held.has(this.#textOf(asked)))
      return isApi(asked) ? apiError('comment_duplicate', 409) : page(409);
    const {id, text} = this.store(asked);
    if (isApi(asked)) return json(wire(Number(id), text), 201);
    const to = new URLSearchParams(asked.body).get('redirect_to');
    return {status: 302, type: null, headers: [`location: ${to}#comment-${id}`]};
  }
}

const wire = (id: number, text: string): object => ({
  id,
  parent: 0,
  author_name: 'ليلى',
  author_url: '',
  date_gmt: '2026-01-02T03:04:05',
  content: {rendered: `<p>${text}</p>\n`},
  link: `/open/#comment-${id}`,
  status: 'approved',
});
