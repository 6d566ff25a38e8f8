import {z} from 'zod';
import type {FieldError, FieldName} from '../../../src/backends/errors.js';
import {safeLink} from '../../../src/content/link.js';
import {fieldProblem} from '../http/problem.js';
import {storable} from '../store/storable.js';

const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** Facts beside the comment: a wrong one is no reason to refuse what a reader wrote. */
const page = z
  .object({url: z.string()})
  .transform(({url}) => safeLink(url))
  .nullish()
  .catch(null);

const lang = z
  .string()
  .regex(/^[a-zA-Z\d-]{1,35}$/)
  .nullish()
  .catch(null)
  .transform((value) => value ?? '');

/** `source`: what was typed, where tags may be written; `text` is then what is seen of it. */
const content = z.object({text: z.string(), source: z.string().nullish()});

/**
 * What a new comment looks like on the wire. `content.html` is not read: a
 * client's HTML is never kept, whoever wants HTML makes it from the text.
 */
const posted = z.object({
  site: z.string().nullish(),
  thread: z.string(),
  parentId: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
  page,
  author: z
    .object({name: optionalText, email: optionalText, url: optionalText})
    .default({name: '', email: '', url: ''}),
  content,
  lang,
  agreed: z
    .object({
      rules: z.union([z.string().max(200).refine(storable), z.literal(true)]).nullish(),
      privacy: z.literal(true).nullish(),
    })
    .nullish()
    .transform((value) => ({rules: value?.rules ?? null, privacy: value?.privacy ?? null})),
  decoy: optionalText,
  challenge: z.string().nullish(),
});

export type Posted = z.output<typeof posted>;

const fields: Readonly<Record<string, FieldName>> = {
  site: 'thread',
  thread: 'thread',
  parentId: 'parent',
  content: 'content',
  'author.name': 'name',
  'author.email': 'email',
  'author.url': 'website',
  'agreed.rules': 'rules',
  'agreed.privacy': 'privacy',
  challenge: 'challenge',
};

const toFieldErrors = (error: z.ZodError): FieldError[] =>
  error.issues.flatMap((issue) => {
    const field = fields[issue.path.join('.')] ?? fields[String(issue.path[0])];
    const missing = issue.code === 'invalid_type' && (issue.input ?? null) === null;
    return field ? [{field, code: missing ? 'required' : 'malformed'}] : [];
  });

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body, {reportInput: true});
  if (result.success) return result.data;
  throw fieldProblem(...toFieldErrors(result.error));
}

/** Checks the shape of a POST's body. What its words must be is `checkComment`'s to say. */
export const readPosted = (body: unknown): Posted => parse<Posted>(posted, body);

const changed = z.union([
  z.object({status: z.enum(['published', 'rejected'])}),
  z.object({content}).transform(({content}) => content),
]);

/** A PATCH: a new text from the author, or a new status from a moderator. */
export const readChange = (body: unknown): z.output<typeof changed> => parse(changed, body);
