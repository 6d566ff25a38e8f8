/** Answers as Twikoo 1.7 gave them, its address aside. */
import {createTwikoo} from '../../../src/backends/twikoo/backend.js';
import type {BackendSubject, Handler, Refusal} from '../../../src/testing.js';

export const server = 'https://twikoo.example/';

export type Wire = Readonly<Record<string, unknown>>;

export const json = (body: unknown): Response =>
  new Response(JSON.stringify(body), {headers: {'content-type': 'application/json'}});

/** A comment of the list; a greater number is a later one. */
export const wireComment = (number: number, changes: Wire = {}): Wire => ({
  id: `id${number}`,
  nick: 'ليلى',
  avatar: null,
  mailMd5: '5d9c68c6c50ed3d02a2fcf54f63993b6',
  link: 'https://laila.example/',
  comment: `تعليق ${number}`,
  os: '',
  browser: '',
  ipRegion: '',
  master: false,
  like: 0,
  ups: 0,
  downs: 0,
  liked: false,
  disliked: false,
  replies: [],
  ruser: null,
  isOwner: false,
  created: 1_760_000_000_000 + number,
  updated: 1_760_000_000_000 + number,
  ...changes,
});

export const reply = (number: number, root: number, parent: number = root, changes: Wire = {}): Wire =>
  wireComment(number, {rid: `id${root}`, pid: `id${parent}`, ruser: 'ليلى', ...changes});

/** What a server has, and what it says to the rest. */
export interface State {
  /** Newest first. */
  readonly roots?: readonly Wire[];
  readonly pageSize?: number;
  readonly config?: Wire;
  /** Numbers of `GET_COMMENTS_COUNT`. */
  readonly counts?: Readonly<Record<string, number>>;
  readonly submitted?: unknown;
  /** Answers to anything else, by the name of the event. */
  readonly answers?: Readonly<Record<string, unknown>>;
}

/** Cut as the server does it: what is pinned comes first and only on the first page. */
function listOf({roots = [], pageSize = 8}: State, before: unknown): unknown {
  const left = roots.filter(({top, created}) => !top && !(Number(created) >= Number(before ?? Infinity)));
  const pinned = before === undefined ? roots.filter(({top}) => top) : [];
  return {
    data: [...pinned, ...left.slice(0, pageSize)],
    more: left.length > pageSize,
    count: roots.length,
  };
}

export const serve =
  (state: State = {}): Handler =>
  async (request) => {
    const {event, before, urls = []} = (await request.clone().json()) as Readonly<Record<string, unknown>>;
    const {config = {}, counts = {}, submitted = {id: 'id99'}, answers = {}} = state;
    switch (event) {
      case 'COMMENT_GET':
        return json(listOf(state, before));
      case 'COMMENT_SUBMIT':
        return json(submitted);
      case 'GET_CONFIG':
        return json({code: 0, config: {VERSION: '1.7.19', IS_ADMIN: false, SHOW_IMAGE: 'true', ...config}});
      case 'GET_COMMENTS_COUNT':
        return json({data: (urls as string[]).map((url) => ({url, count: counts[url] ?? 0}))});
      default:
        return json(
          answers[String(event)] ?? {
            code: 1001,
            message: '请更新 Twikoo 云函数至最新版本',
            version: '1.7.19',
          },
        );
    }
  };

/** Twenty, every other with a reply and the reply to that. */
const conversation = Array.from({length: 20}, (_, index) => {
  const root = 10 * (index + 1);
  const replies = index % 2 ? [reply(root + 1, root), reply(root + 2, root, root + 1)] : [];
  return wireComment(root, {replies});
}).toReversed();

const refusal = (
  message: string,
  code: Refusal['code'],
  fields: NonNullable<Refusal['fields']> = [],
  wire = 1000,
): Refusal => ({name: message, answer: serve({submitted: {code: wire, message}}), code, fields});

export const twikooSubject: BackendSubject = {
  create: createTwikoo,
  endpoint: server,
  empty: {answer: serve()},
  conversation: {
    answer: serve({roots: conversation, counts: {'/2026/01/article': 40}}),
    comments: 40,
    pageSize: 8,
  },
  spoilt: {answer: serve({roots: [wireComment(3), wireComment(2, {comment: 5}), wireComment(1)]})},
  counts: {
    answer: serve({counts: {'/a': 2, '/a/': 3, '/%D9%83%D9%8A%D9%81/': 1}}),
    numbers: new Map([
      ['/a', 5],
      ['/كيف', 1],
      ['/none', 0],
    ]),
  },
  published: {answer: serve({roots: [wireComment(99)]})},
  held: {answer: serve({roots: [wireComment(99, {isSpam: true, isOwner: true})]})},
  refusals: [
    refusal('Too Many Requests', 'too-fast'),
    refusal('发言频率过高', 'too-fast'),
    refusal('评论太火爆啦 >_< 请稍后再试', 'too-fast'),
    refusal('参数"url"不合法', 'invalid', ['thread']),
    refusal('参数"ua"不合法', 'invalid'),
    refusal('参数"comment"不合法', 'invalid', ['content']),
    refusal('验证码 token 缺失，请刷新页面重试', 'invalid', ['challenge']),
    refusal('Cap验证码检测失败: timeout', 'invalid', ['challenge']),
    refusal('极验验证码检测失败: 验证码错误', 'invalid', ['challenge']),
    refusal('请先登录管理面板，再使用博主身份发送评论', 'login-required'),
    refusal('邮箱格式不合法', 'invalid', ['email']),
    refusal('评论内容过长', 'invalid', ['content']),
    refusal('包含屏蔽词', 'blocked-words'),
    refusal('Cannot read properties of undefined', 'server'),
    refusal('请更新 Twikoo 云函数至最新版本', 'forbidden', [], 1001),
    refusal('请先登录', 'login-required', [], 1024),
    refusal('无权访问', 'forbidden', [], 1403),
    refusal('Twikoo 云函数运行正常', 'invalid-response', [], 100),
    {name: 'another server', answer: () => json({errno: 0, errmsg: '', data: {}}), code: 'invalid-response'},
    {name: 'no such address', answer: () => new Response('{}', {status: 404}), code: 'not-found'},
    {name: 'no such method', answer: () => new Response('', {status: 405}), code: 'not-found'},
  ],
};
