'use client';

import { useTranslations } from 'next-intl';
import type { DebateView, RelationView } from '@/lib/domain/debate/view';

/** Says a line in words: "D1 supports the motion", "H5 undercuts the line from D1 to the motion". */
export function useLineWords(debate: DebateView): (line: RelationView) => string {
  const t = useTranslations('contribute.relation');
  const nameOf = (id: string | null): string => {
    if (id === debate.motion.id) return t('theMotion');
    return [...debate.claims, ...debate.motions].find((one) => one.id === id)?.code ?? '?';
  };
  return (line) => {
    const from = nameOf(line.fromClaimId);
    if (line.kind !== 'undercuts') return `${from} ${t(line.kind)} ${nameOf(line.toClaimId)}`;
    const met = debate.relations.find(({ id }) => id === line.toRelationId);
    const host = debate.relations.find(({ id }) => id === met?.toRelationId);
    const ends = {
      from: nameOf(met?.fromClaimId ?? null),
      to: nameOf(met?.toClaimId ?? host?.fromClaimId ?? null),
    };
    return `${from} ${t('undercutsLine', ends)}`;
  };
}
