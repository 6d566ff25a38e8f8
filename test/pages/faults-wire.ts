import {setTimeout as delay} from 'node:timers/promises';
import {bytes, type AnswerParts, type Fault, type FaultySite} from '../support/fault-sockets.js';

/** Faults that several tables have in common. */

export const answer =
  (parts: AnswerParts): Fault =>
  (socket, asked, site) =>
    site.answer(socket, asked, parts);

/** Writes an answer as it is, and then ends, breaks off, or says nothing more. */
export const written =
  (parts: AnswerParts, then: 'end' | 'reset' | 'hang'): Fault =>
  (socket, asked) => {
    socket.write(bytes(asked, parts), () => {
      if (then === 'end') socket.end();
      if (then === 'reset') socket.resetAndDestroy();
    });
  };

/** It stores the comment, then something is wrong with the answer. */
export const stored =
  (fault: Fault): Fault =>
  (socket, asked, site) => {
    site.store(asked);
    fault(socket, asked, site);
  };

export const reset: Fault = (socket) => socket.resetAndDestroy();
export const close: Fault = (socket) => socket.end();
export const hang: Fault = () => {};
export const noHttp: Fault = (socket) => socket.end('\x00\x01\x02 hello\r\n\r\n');

/** An answer that is shorter than it says. */
export const cut: AnswerParts = {length: 1_000, body: '{"comment":{"id":"1"'};

export const chunkedHeaders = ['transfer-encoding: chunked'];

/** The body in one chunk, without the end that chunks have. */
export const chunk = (body: string): string => `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n`;

/** Something of its own before an answer that is good. */
export const before =
  (lines: string): Fault =>
  (socket, asked, site) => {
    socket.write(`${lines}\r\n\r\n`);
    site.good(socket, asked);
  };

/** A good answer, a few bytes after another, so that even letters come in two parts. */
export const trickle: Fault = async (socket, asked, site) => {
  const whole = bytes(asked, site.goodParts(asked));
  for (let at = 0; at < whole.length && socket.writable; at += 17) {
    socket.write(whole.subarray(at, at + 17));
    await delay(5);
  }
  socket.end();
};

/** A byte now and then, without an end. */
export const drip: Fault = async (socket, asked) => {
  socket.write(bytes(asked, {length: null}));
  while (socket.writable) {
    socket.write(' ');
    await delay(300);
  }
};

export const redirect = (status: number, to: string): Fault =>
  answer({status, headers: [`location: ${to}`], type: null});

/** To another server, which lets pages of every origin read what it has. */
export const redirectElsewhere =
  (status: number): Fault =>
  (socket, asked, site) =>
    redirect(status, `${site.elsewhere}/comments`)(socket, asked, site);

/** What nobody listens at. */
export const login = 'http://localhost:9/login';

/** Decoded it is more than a page takes. */
export const big: Buffer = Buffer.alloc(6 * 1024 * 1024, ' ');

/** The good answer but for some of its parts. */
export const changed =
  (change: (body: string) => AnswerParts): Fault =>
  (socket, asked, site) => {
    const good = site.goodParts(asked);
    site.answer(socket, asked, {...good, ...change(String(good.body))});
  };

/** Goes wrong so many times, and is good from then on. */
export function atFirst(times: number, fault: Fault): Fault {
  // Each server counts for itself: the same row goes wrong anew in the next engine.
  const left = new WeakMap<FaultySite, number>();
  return (socket, asked, site) => {
    const now = left.get(site) ?? times;
    left.set(site, now - 1);
    if (now > 0) fault(socket, asked, site);
    else site.good(socket, asked);
  };
}

/** Bytes that are no UTF-8, in place of the name. */
export const badBytes: Fault = changed((body) => {
  const [before = '', after = ''] = body.split('ليلى');
  return {body: Buffer.concat([Buffer.from(before), Buffer.of(0xc3, 0x28), Buffer.from(after)])};
});
