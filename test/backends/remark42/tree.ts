import type {WireComment} from './server.js';

export interface Node {
  readonly comment: WireComment;
  readonly replies?: readonly Node[];
}

export interface Cut {
  readonly nodes: readonly Node[];
  readonly last: string;
  /** Comments after these. */
  readonly left: number;
}

const size = ({replies = []}: Node): number => 1 + replies.reduce((sum, reply) => sum + size(reply), 0);

const byTime = (one: WireComment, other: WireComment): number => (one.time < other.time ? -1 : 1);

/** The conversation as Remark42 makes a tree of it: replies oldest first, deleted ones only where they are answered. */
export function toTree(comments: readonly WireComment[], sort: string): readonly Node[] {
  const grow = (pid: string): readonly Node[] =>
    comments
      .filter((comment) => comment.pid === pid)
      .sort(byTime)
      .map((comment) => {
        const replies = grow(comment.id);
        return replies.length > 0 ? {comment, replies} : {comment};
      })
      .filter(({comment, replies}) => !comment.delete || replies);
  const sign = sort.startsWith('-') ? -1 : 1;
  return [...grow('')].sort(
    ({comment: one}, {comment: other}) =>
      (sort.endsWith('score') && sign * (one.score - other.score)) ||
      (sort.endsWith('score') ? 1 : sign) * byTime(one, other),
  );
}

/** Whole trees, as many as fit, the first one always; from the top where the offset is unknown. */
export function cutTree(trees: readonly Node[], limit: number, offset: string): Cut {
  const rest = trees.slice(trees.findIndex(({comment}) => comment.id === offset) + 1);
  let taken = 0;
  const nodes: Node[] = [];
  for (const node of rest) {
    if (limit > 0 && nodes.length > 0 && taken + size(node) > limit) break;
    taken += size(node);
    nodes.push(node);
  }
  const left = rest.slice(nodes.length).reduce((sum, node) => sum + size(node), 0);
  return {nodes, last: nodes.at(-1)?.comment.id ?? '', left};
}
