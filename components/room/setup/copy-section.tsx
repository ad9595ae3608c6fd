'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { settingsHref } from '@/components/room/room-address';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { newEventId } from '@/lib/client/event-id';
import { copyRoom } from '@/lib/client/rooms';
import type { RoomFrame } from '@/lib/domain/room/view';
import { LIMITS } from '@/lib/domain/text/limits';
import { graphemeLength } from '@/lib/domain/text/plain-text';
import { MomentField } from './moment-field';
import { useChange } from './use-change';

/** Opens a class like this one, with later dates and nobody in it, and goes to its settings. */
export function CopySection({ room }: { room: RoomFrame }) {
  const t = useTranslations('setup.copy');
  const words = useTranslations('rooms.fault');
  const [name, setName] = useState(room.name);
  const [startsAt, setStartsAt] = useState<string | null>(room.clock.now);
  const [keepsClaims, setKeepsClaims] = useState(false);
  const [isWrong, setIsWrong] = useState(false);
  const [key, setKey] = useState(newEventId);
  const [isMade, setIsMade] = useState(false);
  const { isPending, trouble, run } = useChange();
  const copy = () => {
    const length = graphemeLength(name.trim());
    const wrong = length === 0 || length > LIMITS.roomName;
    setIsWrong(wrong);
    if (wrong || startsAt === null) return;
    void run(
      () => copyRoom(room.id, { name: name.trim(), startsAt, keepsClaims }, key),
      ({ slug }) => {
        setIsMade(true);
        window.location.assign(settingsHref(slug));
      },
      (failure) => {
        if (failure.kind === 'http' && failure.code === 'idempotency-mismatch') setKey(newEventId());
        return false;
      },
    );
  };
  return (
    <div className="grid gap-4">
      <p className="text-body text-pretty">{t('about')}</p>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          label={t('name')}
          value={name}
          autoComplete="off"
          maxLength={LIMITS.roomName * 2}
          onChange={({ target }) => setName(target.value)}
          error={isWrong ? words('name', { most: LIMITS.roomName }) : null}
        />
        <MomentField label={t('starts')} value={startsAt} onChange={setStartsAt} />
      </div>
      <label className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-11">
        <input
          type="checkbox"
          checked={keepsClaims}
          onChange={({ target }) => setKeepsClaims(target.checked)}
          className="size-4 flex-none accent-ink"
        />
        {t('claims')}
      </label>
      <p>
        <Button isPending={isPending || isMade} onClick={copy}>
          {t(isPending || isMade ? 'pending' : 'do')}
        </Button>
      </p>
      <p role="alert" className="text-caption text-danger empty:hidden">
        {trouble}
      </p>
    </div>
  );
}
