import { useTranslations } from 'next-intl';
import { SideMark } from '@/components/claim/side-mark';
import { isClosed } from '@/lib/domain/debate/closed';
import type { DebateView } from '@/lib/domain/debate/view';
import type { MapClaims } from './map-claims';

/** Names of the two sides over their halves of the map, with how many claims each has on the layers that are on. */
export function SideHeads({ debate, drawn }: { debate: DebateView; drawn: MapClaims }) {
  const t = useTranslations('map.side');
  return (
    <div className="map-sideheads">
      {debate.sides.map((side) => (
        <div key={side.key} className="map-sidehead" data-side={side.role}>
          <SideMark side={side.role} />
          <b dir="auto" lang={debate.language}>
            {side.name}
          </b>
          <span className="map-sidehead-count">
            {t('count', {
              speaks: t(side.speaks),
              count: (debate.part?.whole ?? drawn).claims.filter(
                (claim) => claim.side === side.role && !isClosed(claim),
              ).length,
            })}
          </span>
        </div>
      ))}
    </div>
  );
}
