import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { roomHref } from '@/components/room/room-address';

/** On every page of a group: which group this is, and the way back to its class. */
export function GroupStrip({ name, parent }: { name: string; parent: { slug: string; name: string } }) {
  const t = useTranslations('groups.own');
  const bdi = {
    name: () => <bdi className="font-strong">{name}</bdi>,
    class: () => <bdi>{parent.name}</bdi>,
  };
  return (
    <p className="no-print flex flex-wrap items-center gap-x-4 border-b border-hairline bg-wash px-4 py-1.5 text-caption">
      <span>{t.rich('inGroup', bdi)}</span>
      <Link href={roomHref(parent.slug)} className="inline-flex items-center pointer-coarse:min-h-8">
        {t('classBack', { room: parent.name })}
      </Link>
    </p>
  );
}
