'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { setUpRoom } from '@/lib/client/rooms';
import { MOST_RETENTION_MONTHS, type RoomSetupGiven } from '@/lib/domain/room/setup';
import type { RoomFrame } from '@/lib/domain/room/view';
import { MOST_NOTES_BEFORE_OTHERS } from '@/lib/domain/room/visibility';
import { LIMITS } from '@/lib/domain/text/limits';
import { graphemeLength } from '@/lib/domain/text/plain-text';
import { MomentField } from './moment-field';
import { OptionRow } from './option-row';
import { QuotaFields, quotasIn, typedQuotas } from './quota-fields';
import { useChange } from './use-change';

export interface SectionProps {
  room: RoomFrame;
  onChange: (room: RoomFrame) => void;
}

/** What may change of a class while it runs: switches at once, what is typed when it is saved. */
export function ClassSection({ room, onChange }: SectionProps) {
  const t = useTranslations('setup.room');
  const words = useTranslations('rooms');
  const { settings } = room;
  const [name, setName] = useState(room.name);
  const [notesFirst, setNotesFirst] = useState(String(settings.notesBeforeOthers));
  const [quotas, setQuotas] = useState(() => typedQuotas(settings.quotas));
  const [retainUntil, setRetainUntil] = useState(room.retainUntil);
  const [wrong, setWrong] = useState<{ name?: true; notes?: true; quotas?: true }>({});
  const [asksEarly, setAsksEarly] = useState(false);
  const { isPending, trouble, run } = useChange();
  const asked = quotasIn(quotas);

  const change = (given: RoomSetupGiven) => void run(() => setUpRoom(room.id, given), onChange);
  const save = () => {
    const length = graphemeLength(name.trim());
    const count = Number(notesFirst);
    const isCount = /^\d+$/.test(notesFirst.trim()) && count <= MOST_NOTES_BEFORE_OTHERS;
    const found = {
      ...((length === 0 || length > LIMITS.roomName) && { name: true as const }),
      ...(!isCount && { notes: true as const }),
      ...(!asked.ok && { quotas: true as const }),
    };
    setWrong(found);
    // What is missing there is said below the field.
    const isWithoutDate = retainUntil === null && room.retainUntil !== null;
    if (Object.keys(found).length > 0 || !asked.ok || isWithoutDate) return;
    change({
      name: name.trim(),
      notesBeforeOthers: count,
      quotas: asked.quotas,
      ...(retainUntil !== null && retainUntil !== room.retainUntil && { retainUntil }),
    });
  };

  return (
    <div className="grid gap-4">
      <div className="border-t border-ink">
        <OptionRow
          title={t('doors')}
          about={t('doorsAbout')}
          isOn={settings.hasOpenDoors}
          onChange={(hasOpenDoors) => change({ hasOpenDoors })}
        />
        <OptionRow
          title={words('options.claims')}
          about={words('options.claimsAbout')}
          isOn={settings.claimsNeedApproval}
          onChange={(claimsNeedApproval) => change({ claimsNeedApproval })}
        />
        <OptionRow
          title={words('options.notes')}
          about={words('options.notesAbout')}
          isOn={settings.notesNeedApproval}
          onChange={(notesNeedApproval) => change({ notesNeedApproval })}
        />
        <OptionRow
          title={t('early')}
          about={t(settings.showsCountsEarly ? 'earlyOn' : 'earlyAbout')}
          isOn={settings.showsCountsEarly}
          isDisabled={settings.showsCountsEarly}
          onChange={() => setAsksEarly(true)}
        />
        <OptionRow
          title={words('options.names')}
          about={words('options.namesFixed')}
          isOn={settings.namesCanBeRevealed}
          isDisabled
          onChange={() => undefined}
        />
        <QuotaFields
          typed={quotas}
          wrong={wrong.quotas && !asked.ok ? asked.wrong : []}
          onChange={setQuotas}
        />
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          label={t('name')}
          value={name}
          maxLength={LIMITS.roomName * 2}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
          error={wrong.name ? words('fault.name', { most: LIMITS.roomName }) : null}
        />
        <div className="grid content-start gap-1.5">
          <MomentField label={t('retention')} value={retainUntil} onChange={setRetainUntil} />
          <p className="text-caption text-muted text-pretty">
            {t('retentionAbout', { months: MOST_RETENTION_MONTHS })}
          </p>
        </div>
        <TextField
          label={words('options.notesFirst')}
          hint={words('options.notesFirstAbout')}
          inputMode="numeric"
          maxLength={3}
          value={notesFirst}
          onChange={({ target }) => setNotesFirst(target.value)}
          error={wrong.notes ? words('fault.number', { most: MOST_NOTES_BEFORE_OTHERS }) : null}
        />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" isPending={isPending} onClick={save}>
          {t('save')}
        </Button>
        <p role="alert" className="text-caption text-danger empty:hidden">
          {trouble}
        </p>
      </div>
      <AskEarly
        isOpen={asksEarly}
        onClose={() => setAsksEarly(false)}
        onDo={() => {
          setAsksEarly(false);
          change({ showsCountsEarly: true });
        }}
      />
    </div>
  );
}

/** Says what it means to show counts before the reveal, which cannot be taken back. */
function AskEarly({ isOpen, onClose, onDo }: { isOpen: boolean; onClose: () => void; onDo: () => void }) {
  const t = useTranslations('setup');
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('room.early')} closeLabel={t('delete.cancel')}>
      <p className="text-pretty">{t('room.earlyAsk')}</p>
      <p className="mt-4 flex flex-wrap gap-2">
        <Button variant="primary" onClick={onDo}>
          {t('room.earlyDo')}
        </Button>
      </p>
    </Dialog>
  );
}
