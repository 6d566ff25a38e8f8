import {readFileSync} from 'node:fs';

const file = new URL('../../demo/server/openapi.yaml', import.meta.url);

/**
 * What openapi.yaml says can be asked and answered: "get /api/comments/{id} 404"
 * and so on. Reads the layout of that one file, which the formatter keeps.
 */
export function documentedAnswers(): readonly string[] {
  const answers: string[] = [];
  let path = '';
  let method = '';
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    path = /^ {2}(\/\S*):$/.exec(line)?.[1] ?? path;
    method = /^ {4}(get|post|put|patch|delete):$/.exec(line)?.[1] ?? method;
    const status = /^ {8}'(\d{3})':/.exec(line)?.[1];
    if (status) answers.push(`${method} ${path} ${status}`);
  }
  return answers;
}
