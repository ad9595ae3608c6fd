'use client';

import { useDebate } from '@/lib/client/contributions';
import type { DebateView } from '@/lib/domain/debate/view';
import { MentionsList } from './mentions-list';

/** The notes of a debate that name the reader, on a page that shows nothing else of the debate itself. */
export function OwnMentions({ debate: server }: { debate: DebateView }) {
  const debate = useDebate(server);
  return <MentionsList debate={debate} />;
}
