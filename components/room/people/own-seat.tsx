'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { announce } from '@/components/ui/live-region';
import { changeOwnSeat } from '@/lib/client/people';
import { formatCode } from '@/lib/domain/room/codes';
import type { OwnSeatAnswer, OwnSeatChange } from '@/lib/domain/room/people';
import { useFailureWords } from './use-failure-words';

export interface OwnSeatProps {
  roomId: string;
  alias: string;
  isGuest: boolean;
  /** They keep the room, and say how it calls them. */
  maintains: boolean;
}

type Asked = 'leave' | 'erase' | null;

/** A person's own seat: its alias, the code that gives it back, and the ways out. Needs `people`, `failure` and `account`. */
export function OwnSeat({ roomId, alias: first, isGuest, maintains }: OwnSeatProps) {
  const t = useTranslations('people.seat');
  const wordsOf = useFailureWords();
  const [alias, setAlias] = useState(first);
  const [wish, setWish] = useState(first);
  const [code, setCode] = useState<string | null>(null);
  const [working, setWorking] = useState<OwnSeatChange['act'] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked>(null);

  const change = async (to: OwnSeatChange): Promise<OwnSeatAnswer | null> => {
    setWorking(to.act);
    setTrouble(null);
    const answer = await changeOwnSeat(roomId, to);
    setWorking(null);
    if (answer.ok) return answer.value;
    const isTooLate =
      to.act === 'draw-alias' && answer.error.kind === 'http' && answer.error.code === 'not-now';
    setTrouble(isTooLate ? t('aliasStays') : wordsOf(answer.error));
    setAsked(null);
    return null;
  };

  const draw = async () => {
    const made = await change({ act: 'draw-alias' });
    if (!made?.alias) return;
    setAlias(made.alias);
    announce(t('nowAlias', { alias: made.alias }));
  };

  const take = async (event: FormEvent) => {
    event.preventDefault();
    const made = await change({ act: 'take-alias', alias: wish });
    if (!made?.alias) return;
    setAlias(made.alias);
    announce(t('nowAlias', { alias: made.alias }));
  };

  const makeCode = async () => {
    const made = await change({ act: 'reset-code' });
    if (made?.seatCode) setCode(formatCode(made.seatCode));
  };

  const go = async (to: OwnSeatChange) => {
    if (await change(to)) window.location.assign('/');
  };

  return (
    <section className="grid gap-5">
      <h2 className="text-heading font-strong">{t('title')}</h2>
      <p role="alert" className="text-danger empty:hidden">
        {trouble}
      </p>
      {maintains ? (
        <form onSubmit={take} className="flex flex-wrap items-end gap-3">
          <div className="min-w-52 flex-1">
            <TextField
              label={t('ownAlias')}
              hint={t('ownAliasHint')}
              value={wish}
              onChange={(event) => setWish(event.currentTarget.value)}
              maxLength={40}
              required
            />
          </div>
          <Button type="submit" isPending={working === 'take-alias'} className="min-h-12">
            {t('keep')}
          </Button>
        </form>
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-3 border-y border-hairline py-3">
          <p className="text-pretty">
            {t.rich('alias', { alias, b: (words) => <b className="font-strong">{words}</b> })}
          </p>
          <Button size="small" isPending={working === 'draw-alias'} onClick={draw}>
            {t('draw')}
          </Button>
        </div>
      )}
      {isGuest ? (
        <div className="grid gap-2">
          <p className="text-pretty">{t('codeText')}</p>
          {code ? (
            <p translate="no" className="text-title font-strong tracking-[0.08em] select-all">
              {code}
            </p>
          ) : null}
          <div>
            <Button size="small" isPending={working === 'reset-code'} onClick={makeCode}>
              {t('makeCode')}
            </Button>
          </div>
        </div>
      ) : null}
      <div className="flex flex-wrap gap-2 border-t border-hairline pt-4">
        <Button size="small" onClick={() => setAsked('leave')}>
          {t('leave')}
        </Button>
        <Button size="small" variant="danger" onClick={() => setAsked('erase')}>
          {t('erase')}
        </Button>
      </div>
      <Dialog
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        title={asked ? t(`${asked}Title`) : ''}
        closeLabel={t('cancel')}
      >
        {asked ? (
          <div className="grid gap-4">
            <p className="text-pretty">{t(`${asked}Text`)}</p>
            <div className="flex flex-wrap justify-end gap-2">
              <Button onClick={() => setAsked(null)}>{t('cancel')}</Button>
              {asked === 'leave' ? (
                <Button variant="primary" isPending={working !== null} onClick={() => go({ act: 'leave' })}>
                  {t('leave')}
                </Button>
              ) : (
                <>
                  <Button
                    variant="danger"
                    isPending={working !== null}
                    onClick={() => go({ act: 'erase', texts: 'keep' })}
                  >
                    {t('eraseKeep')}
                  </Button>
                  <Button
                    variant="danger"
                    isPending={working !== null}
                    onClick={() => go({ act: 'erase', texts: 'remove' })}
                  >
                    {t('eraseAll')}
                  </Button>
                </>
              )}
            </div>
          </div>
        ) : null}
      </Dialog>
    </section>
  );
}
