import type {Conversation} from './conversation.js';
import type {ReplyPlace} from './reply-place.js';

/** Does what a button of the conversation says in its `data-do`. One listener hears all of them. */
export async function act(
  control: HTMLElement,
  conversation: Conversation,
  reply: ReplyPlace,
): Promise<void> {
  if (control.ariaDisabled === 'true') return;
  const branch = conversation.list.branchOf(control);
  switch (control.dataset['do']) {
    case 'next':
      return conversation.more('next');
    case 'previous':
      return conversation.more('previous');
    case 'retry':
      return conversation.failure?.retry();
    case 'sanitize':
      return conversation.sanitize();
    case 'skip':
      control.dispatchEvent(new Event('skip-to-form', {bubbles: true, composed: true, cancelable: true}));
      return;
    case 'reply':
      return branch && reply.open(branch);
    case 'like':
      return branch && conversation.like(branch);
    case 'replies':
      return branch && conversation.moreReplies(branch);
  }
}
