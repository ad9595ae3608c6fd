'use client';

import { Check } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { SendProblem } from '@/components/claim/send-problem';
import { Button } from '@/components/ui/button';
import { Switch } from '@/components/ui/switch';
import { useContributionActions, useNoteActs } from '@/lib/client/contributions';
import type { RoomSettingsInput } from '@/lib/domain/annotation/schema';
import type { NoteSettings } from '@/lib/domain/annotation/view';
import { MOST_NOTES_BEFORE_OTHERS } from '@/lib/domain/room/visibility';

/** What the room asks of notes: whether they wait for a maintainer, and how many one writes before reading others'. */
export function NoteSettingsForm({ initial }: { initial: NoteSettings }) {
  const t = useTranslations('moderation.settings');
  const { announce } = useContributionActions();
  const { setRoomSettings } = useNoteActs();
  const router = useRouter();
  const hintId = useId();
  const [settings, setSettings] = useState(initial);
  const [typed, setTyped] = useState(String(initial.notesBeforeOthers));
  const [isPending, setIsPending] = useState(false);
  /** What was saved last, said beside it until something else is done. */
  const [saved, setSaved] = useState<keyof RoomSettingsInput | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const save = async (input: RoomSettingsInput) => {
    setIsPending(true);
    setProblem(null);
    setSaved(null);
    const outcome = await setRoomSettings(input);
    setIsPending(false);
    if (outcome.status === 'failed') setProblem(outcome.message || t('unreachable'));
    if (outcome.status !== 'sent') return;
    setSettings(outcome.value.settings);
    setTyped(String(outcome.value.settings.notesBeforeOthers));
    setSaved(input.notesBeforeOthers === undefined ? 'notesNeedApproval' : 'notesBeforeOthers');
    announce(t('saved'));
    // The other views of the debate, kept from before, show and hide by what was set until now.
    router.refresh();
  };
  const saveCount = () => {
    const count = Number(typed);
    if (!Number.isInteger(count) || typed.trim() === '' || count < 0 || count > MOST_NOTES_BEFORE_OTHERS) {
      setProblem(t('outOfRange', { most: MOST_NOTES_BEFORE_OTHERS }));
      return;
    }
    void save({ notesBeforeOthers: count });
  };
  return (
    <section aria-labelledby="note-settings" className="grid gap-4">
      <h2 id="note-settings" className="text-heading font-strong">
        {t('title')}
      </h2>
      <div className="grid justify-items-start gap-1">
        <Switch
          label={<span className="text-ui whitespace-normal">{t('approval')}</span>}
          checked={settings.notesNeedApproval}
          disabled={isPending}
          onChange={({ target }) => void save({ notesNeedApproval: target.checked })}
        />
        <p className="text-caption text-muted text-pretty">{t('approvalHint')}</p>
        {saved === 'notesNeedApproval' ? <Saved>{t('saved')}</Saved> : null}
      </div>
      <form
        noValidate
        className="grid justify-items-start gap-1"
        onSubmit={(event) => {
          event.preventDefault();
          saveCount();
        }}
      >
        <label htmlFor={`${hintId}-count`} className="text-ui font-strong">
          {t('before')}
        </label>
        <p id={hintId} className="text-caption text-muted text-pretty">
          {t('beforeHint')}
        </p>
        <div className="flex items-center gap-2">
          <input
            id={`${hintId}-count`}
            type="number"
            inputMode="numeric"
            min={0}
            max={MOST_NOTES_BEFORE_OTHERS}
            aria-describedby={hintId}
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value);
              setSaved(null);
            }}
            className="h-10 w-20 rounded border border-control bg-raised px-3 text-ui tabular-nums pointer-coarse:h-11"
          />
          <Button type="submit" isPending={isPending}>
            {t('save')}
          </Button>
          {saved === 'notesBeforeOthers' ? <Saved>{t('saved')}</Saved> : null}
        </div>
      </form>
      <SendProblem message={problem} />
    </section>
  );
}

/** For the eye: the same word is announced. */
function Saved({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1 text-caption text-muted">
      <Check aria-hidden="true" className="size-3.5" />
      {children}
    </span>
  );
}
