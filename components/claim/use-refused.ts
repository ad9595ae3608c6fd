'use client';

import { useTranslations } from 'next-intl';
import { useRoomTakes } from '@/lib/client/live/room-takes';
import type { OutboxAction, OutboxEntry } from '@/lib/client/outbox-entry';
import { type LateAnswer, whenStillTaken } from '@/lib/domain/room/not-taken';

/** Refusals that say nothing of the words, only of the moment. */
const LATE: ReadonlySet<string> = new Set(['not-now', 'room-closed', 'answers-in-class']);

function lateOf(action: OutboxAction): LateAnswer | null {
  switch (action.type) {
    case 'vote':
    case 'impact':
      return { act: action.type, voice: action.voice ?? 'own' };
    case 'stance':
      return { act: 'stance', round: action.stance.round ?? 1 };
    case 'claim':
      return { act: 'claim' };
    case 'annotation':
      return { act: 'note' };
    default:
      return null;
  }
}

/** What is said of something that the server would not take. */
export interface RefusedWords {
  /** What it was: a vote with its answer, and the side that it was for. */
  what: string;
  reason: string;
  /** False for what the room will never take. */
  canRetry: boolean;
}

/** Tells of a refused entry what it was, why it was refused, and whether there is a use in sending it again. */
export function useRefused(): (entry: OutboxEntry) => RefusedWords {
  const t = useTranslations('contribute.offline');
  const choice = useTranslations('contribute.vote');
  const takes = useRoomTakes();

  const sideOf = (action: OutboxAction): string | null => {
    const voice = 'voice' in action ? action.voice : undefined;
    if (voice === undefined || voice === 'own') return null;
    const name = takes?.room.id === action.roomId ? takes.sideNames[voice] : undefined;
    return name === undefined ? t(`side.${voice}`) : t('side.named', { side: name });
  };
  const whatOf = (action: OutboxAction): string => {
    if (action.type === 'vote') {
      const answer = action.choice === null ? t('takenBack') : choice(action.choice);
      const what = t('what.vote', { code: action.code, answer });
      const side = sideOf(action);
      return side === null ? what : t('what.forSide', { what, side });
    }
    if (action.type === 'edit-claim') return t('what.edit-claim', { code: action.code });
    const side = sideOf(action);
    const what = t(`what.${action.type}`);
    return side === null ? what : t('what.forSide', { what, side });
  };

  return ({ action, failure }) => {
    const what = whatOf(action);
    const code: string = failure?.code ?? '';
    if (code === 'perhaps-sent') return { what, reason: t('perhapsSent'), canRetry: true };
    if (code === 'too-old') return { what, reason: t('tooOld'), canRetry: true };
    const late = lateOf(action);
    const reason = failure?.message ?? '';
    if (late === null || !LATE.has(code)) return { what, reason, canRetry: true };
    const isAnswer = late.act !== 'claim' && late.act !== 'note';
    const over = t(isAnswer ? 'late.answer' : 'late.words');
    if (code === 'answers-in-class') return { what, reason, canRetry: false };
    if (takes === null || takes.room.id !== action.roomId) {
      // The step for a side that one argues is over for good; of anything else the room's own pages know more.
      const isOver = 'voice' in late && late.voice !== 'own';
      return isOver ? { what, reason: over, canRetry: false } : { what, reason, canRetry: true };
    }
    const when = whenStillTaken(takes.room, late);
    if (when === 'now') return { what, reason: t('late.now'), canRetry: true };
    const step = when === 'never' ? undefined : takes.stepNames[when.step];
    return {
      what,
      reason: step === undefined ? over : t('late.later', { step }),
      canRetry: false,
    };
  };
}
