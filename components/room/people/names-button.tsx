'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/field';
import { revealNames } from '@/lib/client/people';
import { LIMITS } from '@/lib/domain/text/limits';
import { useFailureWords } from './use-failure-words';

/** Looks up typed names: asks for the reason that the log and everybody in the room are told. */
export function NamesButton({
  roomId,
  isShown,
  onNames,
}: {
  roomId: string;
  isShown: boolean;
  onNames: (names: ReadonlyMap<string, string>) => void;
}) {
  const t = useTranslations('people.names');
  const wordsOf = useFailureWords();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return setFault(t('reasonMissing'));
    setIsPending(true);
    const answer = await revealNames(roomId, reason.trim());
    setIsPending(false);
    if (!answer.ok) return setFault(wordsOf(answer.error));
    onNames(new Map(answer.value.names.map(({ participantId, name }) => [participantId, name])));
    setIsOpen(false);
    setReason('');
  };

  if (isShown) return <Button onClick={() => onNames(new Map())}>{t('hide')}</Button>;
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('show')}</Button>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={t('title')} closeLabel={t('cancel')}>
        <form onSubmit={submit} className="grid gap-4">
          <p className="text-pretty">{t('text')}</p>
          <TextArea
            label={t('reason')}
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value);
              setFault(null);
            }}
            maxLength={LIMITS.reviewReason}
            error={fault}
          />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setIsOpen(false)}>{t('cancel')}</Button>
            <Button type="submit" variant="primary" isPending={isPending}>
              {t('submit')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
