'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { DraftLine } from '@/components/draft/draft-line';
import { slipsHref } from '@/components/room/room-address';
import { Button, ButtonLink } from '@/components/ui/button';
import { TextArea } from '@/components/ui/field';
import { useDraft } from '@/lib/client/drafts';
import { newEventId } from '@/lib/client/event-id';
import { addRoster } from '@/lib/client/people';
import { keepSlips } from '@/lib/client/slips';
import { readRoster } from '@/lib/domain/room/roster';
import { useFailureWords } from './use-failure-words';

const SHOWN = 8;

/** A list of names, pasted: each gets a seat, and a slip with the code that opens it. */
export function RosterForm({
  roomId,
  slug,
  places,
  onMade,
}: {
  roomId: string;
  slug: string;
  /** Places that nobody has taken yet. */
  places: number;
  onMade: () => void;
}) {
  const t = useTranslations('people.roster');
  const wordsOf = useFailureWords();
  const router = useRouter();
  const draft = useDraft(`roster:${roomId}`, '');
  const text = draft.value;
  const [isPending, setIsPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const press = useRef(newEventId());
  const { names, doubles, tooLong, left } = readRoster(text);
  const slips = slipsHref(slug);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    if (names.length === 0) return setTrouble(t('missing'));
    setIsPending(true);
    setTrouble(null);
    const answer = await addRoster(roomId, names, press.current);
    setIsPending(false);
    if (!answer.ok) {
      if (answer.error.kind === 'http') press.current = newEventId();
      return setTrouble(wordsOf(answer.error));
    }
    press.current = newEventId();
    keepSlips(roomId, answer.value.slips);
    await draft.clear();
    onMade();
    router.push(slips);
  };

  return (
    <section className="grid gap-3 border-t border-hairline pt-6">
      <h2 className="text-heading font-strong">{t('title')}</h2>
      <form onSubmit={submit} className="grid gap-3">
        <TextArea
          label={t('label')}
          hint={t('hint')}
          rows={5}
          value={text}
          onChange={(event) => {
            draft.set(event.currentTarget.value);
            setTrouble(null);
          }}
          spellCheck={false}
          error={trouble}
        />
        <DraftLine draft={draft} />
        <div role="status" className="grid gap-1 text-ui empty:hidden">
          {names.length > 0 ? (
            <p className="text-pretty">
              <b className="font-strong">{t('count', { count: names.length })}</b>{' '}
              <span dir="auto" className="text-muted">
                {names.slice(0, SHOWN).join(' · ')}
                {names.length > SHOWN ? ' …' : ''}
              </span>
            </p>
          ) : null}
          {doubles.length > 0 ? (
            <p className="text-pretty">
              {t('doubles', { names: doubles.join(', '), count: doubles.length })}
            </p>
          ) : null}
          {tooLong.length > 0 ? (
            <p className="text-pretty">{t('tooLong', { count: tooLong.length })}</p>
          ) : null}
          {left > 0 ? <p className="text-pretty">{t('left', { count: left })}</p> : null}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" isPending={isPending}>
            {isPending ? t('pending') : t('submit')}
          </Button>
          {places > 0 ? <ButtonLink href={slips}>{t('slips', { count: places })}</ButtonLink> : null}
        </div>
      </form>
    </section>
  );
}
