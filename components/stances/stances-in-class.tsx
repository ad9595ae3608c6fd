import { Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { viewHref } from '@/components/debate/view-address';
import { ButtonLink } from '@/components/ui/button';
import { FrameNotice } from './frame-notice';

/** On the page of a group: its people vote and say where they stand in the class, so the pictures are there. */
export function StancesInClass({
  group,
  room,
  motionCode,
}: {
  /** Name of the group. */
  group: string;
  /** Its class. */
  room: { slug: string; name: string };
  motionCode: string;
}) {
  const t = useTranslations('stances.inClass');
  return (
    <FrameNotice
      icon={Users}
      title={t('title', { room: room.name })}
      action={
        <ButtonLink
          variant="primary"
          width="full"
          className="sm:w-auto"
          href={viewHref(room.slug, 'stances', { motion: motionCode })}
        >
          {t('open', { room: room.name })}
        </ButtonLink>
      }
    >
      {t('why', { group })}
    </FrameNotice>
  );
}
