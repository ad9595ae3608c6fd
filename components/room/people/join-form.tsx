'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { FormNote, SubmitButton } from '@/components/account/form-parts';
import { roomHref } from '@/components/room/room-address';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import type { ApiFailure } from '@/lib/client/api';
import { newEventId } from '@/lib/client/event-id';
import { joinRoom } from '@/lib/client/joining';
import { formatCode } from '@/lib/domain/room/codes';
import { type JoinAnswer, LONGEST_TYPED_NAME, type LookAnswer } from '@/lib/domain/room/joining';
import { CodeField } from './code-field';
import { AliasRow, FoundRoom } from './found-room';
import { Joined } from './joined';
import { PromiseList } from './promise-list';
import { useCodeLook } from './use-code-look';
import { useFailureWords } from './use-failure-words';
import { WaitNote } from './wait-note';

/** From a code to a seat: the room is named as soon as the code fits, then a name, then one button. */
export function JoinForm({
  initialCode,
  beginsAsReturn,
}: {
  initialCode: string;
  /** The code of a seat that one has is asked for first. */
  beginsAsReturn: boolean;
}) {
  const t = useTranslations('joining');
  const general = useFailureWords();
  const wordsOf = (failure: ApiFailure): string =>
    failure.kind === 'http' && failure.code === 'not-allowed' ? t('wasRemoved') : general(failure);
  const [typed, setTyped] = useState(initialCode);
  const [isReturn, setIsReturn] = useState(beginsAsReturn);
  const [name, setName] = useState('');
  const [nameFault, setNameFault] = useState<string | null>(null);
  const [asSomebodyElse, setAsSomebodyElse] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [refusal, setRefusal] = useState<ApiFailure | null>(null);
  const [joined, setJoined] = useState<{ answer: JoinAnswer; wished: string } | null>(null);
  const { look, again } = useCodeLook(typed);
  const codeRef = useRef<HTMLInputElement>(null);
  const noteRef = useRef<HTMLDivElement>(null);
  const nameRef = useRef<HTMLInputElement>(null);
  /** One press has one key, however often it has to be sent. */
  const press = useRef(newEventId());

  const foundCode = look.state === 'found' ? look.code : null;
  // Shown as on the board once it fits: easy to compare.
  useEffect(() => {
    if (foundCode !== null) setTyped(formatCode(foundCode));
  }, [foundCode]);

  const change = (value: string) => {
    setTyped(value);
    setRefusal(null);
    setAsSomebodyElse(false);
  };

  const askForReturnCode = () => {
    setIsReturn(!isReturn);
    change('');
    codeRef.current?.focus();
  };

  const take = async (found: LookAnswer, code: string, more: { name?: string; asSomebodyElse?: boolean }) => {
    if (isPending) return;
    setIsPending(true);
    setRefusal(null);
    const answer = await joinRoom({ code, alias: found.alias, ...more }, press.current);
    if (answer.ok) {
      const { seatCode, isBack, alias } = answer.value;
      // Another name than the one that was shown is told before the room is.
      if (seatCode === null && (isBack || alias === found.alias)) {
        return window.location.assign(roomHref(answer.value.slug));
      }
      return setJoined({ answer: answer.value, wished: found.alias });
    }
    setIsPending(false);
    // The same press may be sent again only while it is not known whether it arrived.
    if (answer.error.kind === 'http') press.current = newEventId();
    setRefusal(answer.error);
    noteRef.current?.focus();
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (look.state !== 'found') return codeRef.current?.focus();
    const { found, code } = look;
    const asksForName = isNewGuest(found, asSomebodyElse);
    const isNeeded = asksForName && found.room.namesCanBeRevealed;
    if (isNeeded && name.trim() === '') {
      setNameFault(t('nameMissing'));
      return nameRef.current?.focus();
    }
    void take(found, code, {
      ...(asksForName && name.trim() ? { name: name.trim() } : {}),
      ...(asSomebodyElse ? { asSomebodyElse } : {}),
    });
  };

  if (joined) return <Joined answer={joined.answer} wished={joined.wished} />;

  const failed = look.state === 'failed' ? look.failure : null;
  const trouble = refusal ?? (failed && failed.kind === 'http' && failed.status === 404 ? null : failed);
  const isWait = trouble?.kind === 'http' && trouble.code === 'too-many-attempts';
  return (
    <form onSubmit={submit} noValidate className="grid gap-6">
      <CodeField
        inputRef={codeRef}
        value={typed}
        isReturn={isReturn}
        error={failed?.kind === 'http' && failed.status === 404 ? wordsOf(failed) : null}
        onChange={change}
      />
      {isWait ? (
        <WaitNote seconds={Math.ceil((trouble.retryAfterMs ?? 60_000) / 1000)} onOver={again} />
      ) : (
        <FormNote noteRef={noteRef} text={trouble ? wordsOf(trouble) : null} />
      )}
      {look.state === 'failed' && trouble && !isWait ? (
        <Button size="large" width="full" onClick={again}>
          {t('again')}
        </Button>
      ) : null}
      <p role="status" className="text-muted empty:hidden">
        {look.state === 'looking' ? t('looking') : null}
      </p>
      {look.state === 'found' ? (
        <>
          <FoundRoom found={look.found} />
          {isNewGuest(look.found, asSomebodyElse) ? (
            <TextField
              ref={nameRef}
              name="name"
              value={name}
              onChange={(event) => {
                setName(event.currentTarget.value);
                setNameFault(null);
              }}
              label={t('name')}
              note={look.found.room.namesCanBeRevealed ? undefined : t('optional')}
              hint={look.found.room.namesCanBeRevealed ? t('nameLookedUp') : t('nameNotLookedUp')}
              autoComplete="name"
              maxLength={LONGEST_TYPED_NAME}
              error={nameFault}
            />
          ) : null}
          <AliasRow
            alias={seatAlias(look.found, asSomebodyElse)}
            namesCanBeRevealed={look.found.room.namesCanBeRevealed}
            onDraw={isFixed(look.found, asSomebodyElse) ? null : again}
          />
          <PromiseList
            showsCountsEarly={look.found.room.showsCountsEarly}
            hasAccount={look.found.hasAccount}
          />
          <div className="grid gap-3">
            {look.found.leavesAccount ? (
              <p role="status" className="text-ui text-pretty">
                {t('leavesAccount', { alias: look.found.alias })}
              </p>
            ) : null}
            <SubmitButton isPending={isPending} pendingText={t('pending')}>
              {isBack(look.found, asSomebodyElse)
                ? t('goOn', { alias: seatAlias(look.found, asSomebodyElse) })
                : t('join', { room: look.found.room.name, alias: seatAlias(look.found, asSomebodyElse) })}
            </SubmitButton>
            {look.found.ownAlias !== null && look.found.isGuest ? (
              <Button variant="quiet" onClick={() => setAsSomebodyElse(!asSomebodyElse)}>
                {asSomebodyElse ? t('itIsMe', { alias: look.found.ownAlias }) : t('somebodyElse')}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
      <p className="text-center text-ui text-muted">
        {isReturn ? t('newHere') : t('beenHere')}{' '}
        <button
          type="button"
          onClick={askForReturnCode}
          className="text-ink underline pointer-coarse:min-h-11"
        >
          {isReturn ? t('useRoomCode') : t('useReturnCode')}
        </button>
      </p>
    </form>
  );
}

/** They have a seat already: their session's, or the one whose code they typed. */
const isBack = ({ ownAlias, isSeat }: LookAnswer, asSomebodyElse: boolean): boolean =>
  isSeat || (ownAlias !== null && !asSomebodyElse);

const isFixed = isBack;

const isNewGuest = (found: LookAnswer, asSomebodyElse: boolean): boolean =>
  !found.hasAccount && !isBack(found, asSomebodyElse);

const seatAlias = (found: LookAnswer, asSomebodyElse: boolean): string =>
  !found.isSeat && found.ownAlias !== null && !asSomebodyElse ? found.ownAlias : found.alias;
