import type {Direction} from './types.js';

export type Segment =
  | {readonly kind: 'text'; readonly text: string}
  | {readonly kind: 'link'; readonly text: string; readonly href: string}
  | {readonly kind: 'isolate'; readonly text: string; readonly dir: Direction | null};

export function toSegments(line: string): readonly Segment[] {
  return line ? [{kind: 'text', text: line}] : [];
}
