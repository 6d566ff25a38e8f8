import type {WireModerated} from './comment/wire.js';

/** Tells another program of new comments. */
export interface Webhook {
  /** Sends and does not wait: a reader's comment never depends on it. */
  notify(comment: WireModerated): void;
  /** When what is under way has been sent or given up. */
  settled(): Promise<void>;
}

/** Posts `{"event": "comment-created", "comment": …}` to `url`; null: nobody is told. */
export function createWebhook(url: string | null): Webhook {
  // Only to be able to wait for them at the end; a crash loses at most a notice, never a comment.
  const sending = new Set<Promise<void>>();
  return {
    notify(comment) {
      if (url === null) return;
      const sent = send(url, JSON.stringify({event: 'comment-created', comment})).finally(() =>
        sending.delete(sent),
      );
      sending.add(sent);
    },
    async settled() {
      await Promise.all(sending);
    },
  };
}

async function send(url: string, body: string): Promise<void> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    });
    await response.body?.cancel();
    if (!response.ok) console.error(`WEBHOOK_URL answered ${response.status}.`);
  } catch (error) {
    console.error(`WEBHOOK_URL could not be reached (${error instanceof Error ? error.name : 'unknown'}).`);
  }
}
