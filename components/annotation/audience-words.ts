import { Globe, GraduationCap, Lock, type LucideIcon, Users, UsersRound } from 'lucide-react';
import type { AudienceRoom } from '@/lib/domain/annotation/audiences';
import type { Visibility } from '@/lib/domain/debate/view';

export const AUDIENCE_ICONS = {
  private: Lock,
  teachers: GraduationCap,
  group: UsersRound,
  room: Users,
  public: Globe,
} as const satisfies Record<Visibility, LucideIcon>;

/** Who "the room" is, said by what the room is: the catalogue has one set of words for each. */
export type AudienceWords = 'open' | 'closed' | 'class' | 'breakout';

export function audienceWords({ kind, access }: Pick<AudienceRoom, 'kind' | 'access'>): AudienceWords {
  if (kind !== 'commons') return kind;
  return access === 'public' ? 'open' : 'closed';
}
