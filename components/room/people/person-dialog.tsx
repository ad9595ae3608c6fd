'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { SendProblem } from '@/components/claim/send-problem';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/field';
import { announce } from '@/components/ui/live-region';
import { QrCode } from '@/components/ui/qr-code';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { changePerson, resetSeatCode } from '@/lib/client/people';
import { formatCode, joinPath } from '@/lib/domain/room/codes';
import { type ChangePerson, TEXT_FATES } from '@/lib/domain/room/people';
import { LIMITS } from '@/lib/domain/text/limits';
import { useFailureWords } from './use-failure-words';

/** What is asked about before it is done, for the person feels it. */
export type PersonAct = 'mute' | 'remove' | 'erase' | 'code';

export interface PersonQuestion {
  act: PersonAct;
  participantId: string;
  /** What the room, or the list, calls them. */
  who: string;
}

/**
 * Asks before somebody is muted, taken out, erased or given another code: why, and what becomes of their texts. Needs the
 * messages `people`, `failure` and `account`.
 */
export function PersonDialog({
  roomId,
  site,
  question: { act, participantId, who },
  onClose,
  onDone,
}: {
  roomId: string;
  /** The address of this site, for a code's picture; null for a code in words alone. */
  site: string | null;
  question: PersonQuestion;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('people');
  const wordsOf = useFailureWords();
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [texts, setTexts] = useState<(typeof TEXT_FATES)[number]>('keep');
  const [isPending, setIsPending] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  // The button that made the code goes.
  const made = useKeptFocus<HTMLDivElement>(code);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const words = reason.trim();
    if (act === 'mute' && words === '') return setFault(t('reasonMissing'));
    setProblem(null);
    setIsPending(true);
    const answer =
      act === 'code'
        ? await resetSeatCode(roomId, participantId)
        : await changePerson(roomId, participantId, changeOf(act, words, texts));
    setIsPending(false);
    if (!answer.ok) return setProblem(wordsOf(answer.error));
    announce(t(`said.${act}`, { who }));
    onDone();
    if (answer.value) setCode(answer.value.code);
    else onClose();
  };

  return (
    <Dialog isOpen onClose={onClose} title={t(`ask.${act}.title`, { who })} closeLabel={t('close')}>
      {code === null ? (
        <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
          <p className="text-pretty">{t(`ask.${act}.text`)}</p>
          {act === 'erase' ? (
            <fieldset className="grid gap-2">
              <legend className="mb-1 font-strong">{t('texts.legend')}</legend>
              {TEXT_FATES.map((fate) => (
                <label key={fate} className="flex gap-2.5 pointer-coarse:min-h-11">
                  <input
                    type="radio"
                    name="texts"
                    checked={texts === fate}
                    onChange={() => setTexts(fate)}
                    className="mt-1.5 accent-ink"
                  />
                  <span className="text-pretty">{t(`texts.${fate}`)}</span>
                </label>
              ))}
            </fieldset>
          ) : null}
          {act === 'mute' || act === 'remove' ? (
            <TextArea
              ref={field}
              label={t('reason')}
              note={act === 'mute' ? undefined : t('optional')}
              hint={t('reasonHint')}
              value={reason}
              onChange={(event) => {
                setReason(event.currentTarget.value);
                setFault(null);
              }}
              maxLength={LIMITS.reviewReason}
              error={fault}
            />
          ) : null}
          <SendProblem message={problem} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button
              type="submit"
              variant={act === 'remove' || act === 'erase' ? 'danger' : 'primary'}
              isPending={isPending}
            >
              {t(`ask.${act}.submit`)}
            </Button>
          </div>
        </form>
      ) : (
        <div ref={made} tabIndex={-1} className="grid justify-items-center gap-3 text-center">
          <p role="status" translate="no" className="text-title font-strong tracking-[0.08em] select-all">
            {formatCode(code)}
          </p>
          {site === null ? null : (
            <QrCode text={`${site}${joinPath(code)}`} title={t('newCode.qr', { who })} className="size-44" />
          )}
          <p className="text-muted text-pretty">{t('newCode.text')}</p>
          <Button onClick={onClose}>{t('close')}</Button>
        </div>
      )}
    </Dialog>
  );
}

const changeOf = (
  act: Exclude<PersonAct, 'code'>,
  reason: string,
  texts: (typeof TEXT_FATES)[number],
): ChangePerson =>
  act === 'erase'
    ? { act, texts }
    : act === 'mute'
      ? { act, reason }
      : { act, ...(reason === '' ? {} : { reason }) };
