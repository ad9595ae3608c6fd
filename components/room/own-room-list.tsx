import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { roomHref } from '@/components/room/room-address';
import { Tag } from '@/components/ui/tag';
import { formatCode } from '@/lib/domain/room/codes';
import { type OwnRoom, ROOM_STATES } from '@/lib/domain/room/own-room';
import { maintainsBy } from '@/lib/domain/room/roles';
import { useTimes } from '@/lib/i18n/use-times';
import { useStageWords } from './stage-words';

/** One's classes by where they are in their life; those in the archive come last and folded. */
export function OwnRoomList({ rooms }: { rooms: readonly OwnRoom[] }) {
  const t = useTranslations('rooms.list');
  return ROOM_STATES.map((state) => {
    const some = rooms.filter((room) => room.state === state);
    if (some.length === 0) return null;
    if (state === 'archived')
      return (
        <details key={state}>
          <summary className="cursor-pointer py-2 text-heading font-strong">
            {t(state)} <span className="text-muted">{some.length}</span>
          </summary>
          <Rooms rooms={some} />
        </details>
      );
    return (
      <section key={state} aria-labelledby={`rooms-${state}`} className="grid gap-2">
        <h2 id={`rooms-${state}`} className="text-heading font-strong">
          {t(state)}
        </h2>
        <Rooms rooms={some} />
      </section>
    );
  });
}

const Rooms = ({ rooms }: { rooms: readonly OwnRoom[] }) => (
  <ul className="border-t border-ink">
    {rooms.map((room) => (
      <RoomLine key={room.id} room={room} />
    ))}
  </ul>
);

function RoomLine({ room }: { room: OwnRoom }) {
  const t = useTranslations('rooms.list');
  const words = useStageWords();
  const { date, dateTime } = useTimes();
  const keeps = maintainsBy([room.role]);
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-hairline py-4 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid gap-1">
        <h3 className="text-heading font-strong">
          <Link href={roomHref(room.slug)} dir="auto" className="text-ink">
            {room.name}
          </Link>
        </h3>
        <p lang={room.debate.language} dir="auto" className="font-serif text-body text-pretty">
          {room.debate.title}
        </p>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-caption text-muted">
          <Tag>{t(`role.${room.role}`)}</Tag>
          {keeps ? (
            <span>{t('people', { count: room.people })}</span>
          ) : (
            <span>{t('seenAs', { alias: room.alias })}</span>
          )}
          {room.stage !== 'closed' && room.at ? (
            <span>{t('at', { step: words.nameOf(room.at) })}</span>
          ) : null}
          {room.closedAt === null ? null : <span>{t('closedOn', { date: date(room.closedAt) })}</span>}
          {keeps && room.retainUntil !== null ? (
            <span>{t('erasedOn', { date: date(room.retainUntil) })}</span>
          ) : null}
        </p>
      </div>
      {room.code === null ? null : (
        <p className="grid content-start sm:text-end">
          <span className="sr-only">{t('code')}</span>
          <span className="font-strong tracking-[0.06em] whitespace-nowrap">
            {formatCode(room.code.text)}
          </span>
          <span className="text-caption text-muted">
            {t('codeUntil', { date: dateTime(room.code.until) })}
          </span>
        </p>
      )}
    </li>
  );
}
