import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {engines, type Page} from '../support/drive.js';
import {focus} from '../support/ear.js';
import {write} from '../support/reader.js';
import {Stage} from '../support/stage.js';
import {readTree} from '../support/tree.js';

// What the accessibility tree shows, in Arabic, beside this file. To write it
// anew and to read it: UPDATE_TREES=1 npx tsx --test test/pages/tree.node.ts
const update = !!process.env['UPDATE_TREES'];
const folder = 'test/pages/tree';

const conversation = [
  {id: '1', name: 'سامي', text: 'الأول، وفيه رابط https://example.org/a', likes: 3},
  {id: '2', parentId: '1', name: 'نورة', author: {role: 'writer'}, text: 'رد الكاتبة'},
  {id: '3', parentId: '2', name: 'John', editedAt: '2026-01-31T19:00:00.000Z', text: 'I agree'},
  {id: '4', status: 'deleted'},
  {id: '5', parentId: '4', html: '<p>قال:</p><blockquote>اقتباس</blockquote><p>انظر <code>a=b</code></p>'},
] as const;

const one = conversation.slice(0, 1);

/** Each state, how it is reached, and the element whose tree it is. */
const states: Readonly<
  Record<string, readonly [of: string, reach: (stage: Stage, page: Page) => Promise<void>]>
> = {
  'form-at-rest': ['taaliq-form', (stage) => stage.show({}, 'fields="name* email* website"')],
  'form-asking-consent': [
    'taaliq-form',
    (stage) => stage.show({}, 'fields="" agree-rules agree-privacy privacy-url="/privacy" no-remember'),
  ],
  'form-with-errors': [
    'taaliq-form',
    async (stage, page) => {
      await stage.show();
      await write(page, {name: 'ليلى', email: 'laila@'});
      await page.press('Enter');
      await page.see('[part=summary] a');
    },
  ],
  'thread-with-replies': ['taaliq-thread', (stage) => stage.show({comments: conversation}, 'page-size="20"')],
  'thread-empty': ['taaliq-thread', (stage) => stage.show()],
  'reply-open': [
    'taaliq-thread',
    async (stage, page) => {
      await stage.show({comments: one});
      await page.click('[part~=reply]');
      await page.see({css: 'textarea', nth: 1});
      await page.until('all of the form', () => page.with('#decoy', (decoys) => decoys.length > 0));
    },
  ],
  'comment-held': [
    'taaliq-thread',
    async (stage, page) => {
      await stage.show({comments: one, moderation: 'before'});
      await send(page);
      await page.see('article.held');
    },
  ],
  'comment-liked': [
    'taaliq-thread',
    async (stage, page) => {
      await stage.show({comments: one});
      await page.click('[part~=like]');
      await page.see('[aria-pressed=true]');
    },
  ],
  'comment-being-changed': [
    'taaliq-thread',
    async (stage, page) => {
      await stage.show({comments: one});
      await send(page);
      await page.click('[data-do=edit]');
      await page.see('.edit textarea');
    },
  ],
  'asked-whether-to-delete': [
    'taaliq-thread',
    async (stage, page) => {
      await stage.show({comments: one});
      await send(page);
      await page.click('[data-do=remove]');
      await page.see('dialog');
    },
  ],
  closed: ['taaliq-comments', (stage) => stage.show({comments: one, closed: true})],
};

async function send(page: Page): Promise<void> {
  await write(page, {name: 'ليلى', email: 'laila@reader.example', text: 'تعليقي'});
  await focus(page, {css: 'button.submit'});
  await page.press('Enter');
  await page.see({css: 'article', text: 'تعليقي'});
  await page.until('it to be said', () =>
    page.with('[role=status]', (all) => all.some((each) => each.textContent)),
  );
}

/** Names, descriptions, roles and states that the rules ask for there. */
const rulesOf = (name: string, of: string): string => {
  if (name === 'form-with-errors') return 'E2, E3, F6';
  return of === 'taaliq-form' ? 'F4, F5, F6, F7' : 'A1, A2, A3, A4';
};

/** Lines that are there, and lines that should be. */
function difference(actual: string, expected: string): string {
  const [is, was] = [actual.split('\n'), expected.split('\n')];
  return [
    ...was.filter((line) => !is.includes(line)).map((line) => `- ${line}`),
    ...is.filter((line) => !was.includes(line)).map((line) => `+ ${line}`),
  ].join('\n');
}

// The other engines show theirs to no driver.
for (const engine of engines.filter((name) => name === 'chromium')) {
  describe(`the accessibility tree in ${engine}`, {timeout: 300_000}, () => {
    let stage: Stage;
    before(async () => {
      stage = await Stage.open(engine);
      mkdirSync(folder, {recursive: true});
    });
    after(() => stage?.close());

    for (const [name, [of, reach]] of Object.entries(states)) {
      test(`RTL ${rulesOf(name, of)}: ${name.replaceAll('-', ' ')}`, async () => {
        await reach(stage, stage.page);
        const tree = await readTree(stage.page, of);
        const file = `${folder}/${name}.txt`;
        if (update) writeFileSync(file, tree);
        const expected = readFileSync(file, 'utf8');
        assert.equal(tree, expected, `${file} is otherwise:\n${difference(tree, expected)}`);
      });
    }
  });
}
