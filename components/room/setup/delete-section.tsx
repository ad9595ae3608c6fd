'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ROOMS_HREF } from '@/components/room/room-address';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { deleteRoom } from '@/lib/client/rooms';
import type { RoomFrame } from '@/lib/domain/room/view';
import { useChange } from './use-change';

/** Erases a class at once, after its name was typed. */
export function DeleteSection({ room }: { room: RoomFrame }) {
  const t = useTranslations('setup.delete');
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const [isGone, setIsGone] = useState(false);
  const { isPending, trouble, run } = useChange();
  const erase = () => {
    const wrong = typed.trim() !== room.name;
    setIsWrong(wrong);
    if (wrong) return;
    void run(
      () => deleteRoom(room.id, typed.trim()),
      () => {
        setIsGone(true);
        window.location.assign(ROOMS_HREF);
      },
    );
  };
  return (
    <div className="grid justify-items-start gap-4">
      <p className="text-body text-pretty">{t('about')}</p>
      <Button variant="danger" onClick={() => setIsOpen(true)}>
        {t('open')}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={t('title')} closeLabel={t('cancel')}>
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            erase();
          }}
        >
          <p className="text-pretty">{t('about')}</p>
          <TextField
            label={t('type', { name: room.name })}
            autoComplete="off"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            error={isWrong ? t('wrong') : null}
          />
          <p className="flex flex-wrap gap-2">
            <Button type="submit" variant="danger" isPending={isPending || isGone}>
              {t('do')}
            </Button>
            <Button onClick={() => setIsOpen(false)}>{t('cancel')}</Button>
          </p>
          <p role="alert" className="text-caption text-danger empty:hidden">
            {trouble}
          </p>
        </form>
      </Dialog>
    </div>
  );
}
