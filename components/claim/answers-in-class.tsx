import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { roomHref } from '@/components/room/room-address';

/** On pages of a group: where to answer. */
export function AnswersInClass({ room }: { room: { slug: string; name: string } }) {
  const t = useTranslations('contribute.vote');
  return (
    <p className="mt-2 text-caption text-muted text-pretty">
      {t.rich('inClass', {
        room: room.name,
        a: (words) => <Link href={roomHref(room.slug)}>{words}</Link>,
      })}
    </p>
  );
}
