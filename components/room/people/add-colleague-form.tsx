'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { controlStyle, TextField } from '@/components/ui/field';
import { announce } from '@/components/ui/live-region';
import { addColleague } from '@/lib/client/people';
import type { AddPerson } from '@/lib/domain/room/people';
import { LIMITS } from '@/lib/domain/text/limits';
import { useFailureWords } from './use-failure-words';

const ROLES = ['teacher', 'assistant', 'observer'] as const satisfies readonly AddPerson['role'][];

/** Brings a colleague in by the name of their account. */
export function AddColleagueForm({ roomId, onAdded }: { roomId: string; onAdded: () => void }) {
  const t = useTranslations('people');
  const wordsOf = useFailureWords();
  const roleId = useId();
  const [name, setName] = useState('');
  const [role, setRole] = useState<AddPerson['role']>('teacher');
  const [fault, setFault] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    if (name.trim() === '') return setFault(t('colleague.missing'));
    setIsPending(true);
    const answer = await addColleague(roomId, { name: name.trim(), role });
    setIsPending(false);
    if (!answer.ok) {
      const isUnknown = answer.error.kind === 'http' && answer.error.field === 'name';
      return setFault(isUnknown ? t('colleague.unknown') : wordsOf(answer.error));
    }
    announce(t('colleague.added', { alias: answer.value.alias }));
    setName('');
    onAdded();
  };

  return (
    <section className="grid gap-3 border-t border-hairline pt-6">
      <h2 className="text-heading font-strong">{t('colleague.title')}</h2>
      <form onSubmit={submit} className="grid gap-3">
        <TextField
          label={t('colleague.label')}
          hint={t('colleague.hint')}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setFault(null);
          }}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={LIMITS.email}
          error={fault}
        />
        <div className="flex flex-wrap items-end gap-3">
          <div className="grid gap-1.5">
            <label htmlFor={roleId} className="font-strong">
              {t('colleague.role')}
            </label>
            <select
              id={roleId}
              value={role}
              onChange={(event) =>
                setRole(ROLES.find((one) => one === event.currentTarget.value) ?? 'teacher')
              }
              className={`${controlStyle} h-10 w-auto pointer-coarse:h-11`}
            >
              {ROLES.map((one) => (
                <option key={one} value={one}>
                  {t(`roles.${one}`)}
                </option>
              ))}
            </select>
          </div>
          <Button type="submit" isPending={isPending}>
            {t('colleague.submit')}
          </Button>
        </div>
      </form>
    </section>
  );
}
