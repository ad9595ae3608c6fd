'use client';

import { useEffect } from 'react';
import { request } from '@/lib/client/api';
import { isInView, readEnough, readingMs } from '@/lib/domain/source/reading-time';

const TICK_MS = 1_000;
const SEND_EVERY_MS = 10_000;

export interface TextToRead {
  sourceKey: string;
  sourceVersionId: string;
  passages: readonly { key: string; words: string }[];
}

/**
 * Notes which paragraphs of the texts on this page have been in view for long enough to be read, and says so to the server now and
 * then. Draws nothing. Only rooms that ask for passages have it; nobody but the reader learns which they were.
 */
export function ReadingLog({
  roomId,
  personId,
  texts,
}: {
  roomId: string;
  personId: string;
  texts: readonly TextToRead[];
}) {
  useEffect(() => {
    const logs = texts.map((text) => ({
      text,
      needed: new Map(text.passages.map(({ key, words }) => [key, readingMs(words)])),
      seen: new Map<string, number>(),
      sent: new Set<string>(),
    }));
    let sentAt = Date.now();
    let isSending = false;

    const look = () => {
      if (document.visibilityState !== 'visible') return;
      for (const { text, seen, sent } of logs) {
        // Paragraphs of two texts may have the same key: each is looked for in its own.
        const home = document.getElementById(`source-${text.sourceKey}`)?.closest('.reader-source');
        if (!home) continue;
        for (const { key } of text.passages) {
          if (sent.has(key)) continue;
          const box = home.querySelector(`#${CSS.escape(`paragraph-${key}`)}`)?.getBoundingClientRect();
          if (box && isInView(box.top, box.bottom, window.innerHeight))
            seen.set(key, (seen.get(key) ?? 0) + TICK_MS);
        }
      }
    };
    const send = async (isLast: boolean) => {
      if (isSending && !isLast) return;
      isSending = true;
      sentAt = Date.now();
      for (const { text, needed, seen, sent } of logs) {
        const keys = readEnough(seen, needed, sent).slice(0, 200);
        if (keys.length === 0) continue;
        const answer = await request('POST', `/rooms/${roomId}/passages-read`, {
          body: { sourceVersionId: text.sourceVersionId, keys },
          person: personId,
          keepalive: isLast,
        });
        // What did not arrive is said again with the next ones.
        if (answer.ok) for (const key of keys) sent.add(key);
      }
      isSending = false;
    };
    const timer = setInterval(() => {
      look();
      if (Date.now() - sentAt >= SEND_EVERY_MS) void send(false);
    }, TICK_MS);
    const leave = () => {
      if (document.visibilityState === 'hidden') void send(true);
    };
    document.addEventListener('visibilitychange', leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', leave);
      void send(true);
    };
  }, [roomId, personId, texts]);
  return null;
}
