import assert from 'node:assert/strict';
import {draft, list, newThread, post, publish, rules, success, type WireCreated} from '../client.js';

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** Text that has to come back as it was typed. */
const asTyped: readonly string[] = [
  'أ < ب و ج > د',
  'if (a<b && c>d)',
  '<3 <me@example.org> &lt;b&gt; &amp;amp; </textarea> <script>alert(1)</script>',
  '{{x}} ${x} \\n # * > 1.',
  "'; DROP TABLE comments; --",
  'مُحَمَّدٌ رسولٌ ﷺ ½ ـ',
  'می‌خواهم 👨‍👩‍👧‍👦 🇵🇸 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'سطر\n\nوسطر',
];

export const commentRules = rules('comment', {
  'is answered with every member, by its type': async (target) => {
    const thread = newThread();
    const {comment} = await publish(target, thread, 'السلام عليكم', {
      author: {name: 'ليلى', email: 'laila@example.org', url: 'https://laila.example/'},
    });
    assert.ok(comment.id.length >= 1 && comment.id.length <= 200);
    assert.deepEqual(comment, {
      id: comment.id,
      parentId: null,
      author: {name: 'ليلى', url: 'https://laila.example/', role: null},
      content: {text: 'السلام عليكم', html: comment.content.html},
      createdAt: comment.createdAt,
      editedAt: null,
      status: 'published',
      likes: 0,
      url: comment.url,
    });
    assert.match(comment.createdAt, rfc3339);
    assert.ok(Math.abs(Date.parse(comment.createdAt) - Date.now()) < 60_000);
  },

  'is the same in the list as in the answer to its author': async (target) => {
    const thread = newThread();
    const {comment} = await publish(target, thread);
    assert.deepEqual((await list(target, {thread})).comments, [comment]);
  },

  'comes back as it was typed': async (target) => {
    const thread = newThread();
    for (const text of asTyped) {
      const {comment} = await publish(target, thread, text);
      assert.equal(comment.content.text, text);
    }
    const {comments} = await list(target, {thread, order: 'oldest'});
    assert.deepEqual(
      comments.map(({content}) => content.text),
      asTyped,
    );
  },

  'is cleaned of what cannot be seen or would reach beyond it': async (target) => {
    const {comment} = await publish(target, newThread(), '\u202Eسلام\u0000\u200B\r\nعليكم \ud800 \uFEFF', {
      author: {name: '\u202Eليلى\u200F\n\uFEFF بنت\u0007', email: ' laila@example.org ', url: null},
    });
    assert.equal(comment.content.text, 'سلام\nعليكم \uFFFD');
    assert.equal(comment.author.name, 'ليلى بنت');
  },

  'never carries an e-mail address': async (target) => {
    const thread = newThread();
    const email = 'very.private@example.org';
    const response = await post(
      target.endpoint,
      draft(thread, 'سر', {author: {name: 'ل', email, url: null}}),
    );
    const {comment} = await success<WireCreated>(response.clone(), 201);
    const answers = [await response.text(), JSON.stringify(await list(target, {thread}))];
    for (const answer of answers) assert.ok(!answer.includes('very.private'));
    assert.deepEqual(Object.keys(comment.author).sort(), ['name', 'role', 'url']);
  },

  'never carries HTML that a client has made': async (target) => {
    const thread = newThread();
    await publish(target, thread, 'نص', {content: {text: 'نص', html: '<p onclick="alert(1)">آخر</p>'}});
    const [comment] = (await list(target, {thread})).comments;
    assert.equal(comment?.content.text, 'نص');
    assert.ok(!/onclick|آخر/.test(comment?.content.html ?? ''));
  },

  'carries a website only as an http(s) address': async (target) => {
    const thread = newThread();
    const {comment} = await publish(target, thread, undefined, {
      author: {name: 'ل', email: 'l@example.org', url: 'example.org'},
    });
    assert.equal(comment.author.url, 'https://example.org/');
  },

  'gives nobody a badge by asking': async (target) => {
    const {comment} = await publish(target, newThread(), undefined, {
      role: 'moderator',
      status: 'held',
      likes: 99,
      author: {name: 'محرر', email: 'l@example.org', url: null, role: 'moderator'},
    });
    assert.deepEqual([comment.author.role, comment.status, comment.likes], [null, 'published', 0]);
  },
});
