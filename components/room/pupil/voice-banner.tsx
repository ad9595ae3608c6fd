import { Megaphone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { SideView } from '@/lib/domain/debate/view';
import type { RoomVoice } from '@/lib/domain/room/plan';

/** While the room argues by sides: for whom one speaks now, and that it is not one's own vote. */
export function VoiceBanner({
  voice,
  sideKey,
  sides,
}: {
  voice: RoomVoice;
  /** The side that the person was given; null without one. */
  sideKey: string | null;
  sides: readonly SideView[];
}) {
  const t = useTranslations('pupil.voice');
  if (voice === 'own') return null;
  const given = sides.find(({ key }) => key === sideKey);
  const other = sides.find(({ key }) => key !== sideKey);
  const argued = given === undefined ? undefined : voice === 'assigned' ? given : other;
  return (
    <p role="note" className="flex items-start gap-2.5 bg-ink px-5 py-2.5 text-ui text-on-ink">
      <Megaphone aria-hidden="true" strokeWidth={1.75} className="mt-0.5 size-4 flex-none" />
      <span className="text-pretty">
        {argued
          ? t.rich('argues', { side: argued.name, b: (words) => <b className="font-strong">{words}</b> })
          : t('noSide')}
      </span>
    </p>
  );
}
