'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Contribution } from '@/components/room/report/person-sheet';
import { sheetHref } from '@/components/room/room-address';
import { AskDialog } from '@/components/ui/ask-dialog';
import { Button } from '@/components/ui/button';
import { releaseFeedback } from '@/lib/client/report';
import type { FeedbackDesk, FeedbackView } from '@/lib/domain/room/feedback/view';
import { FeedbackForm } from './feedback-form';
import { RubricEditor } from './rubric-editor';

type DeskPerson = FeedbackDesk['people'][number];

const held = (feedback: readonly FeedbackView[]) => feedback.filter(({ releasedAt }) => releasedAt === null);

/** Where those who grade a class read people's work and say what they think of it. */
export function FeedbackDeskView({
  initial,
  slug,
  person: asked,
}: {
  initial: FeedbackDesk;
  slug: string;
  /** The one to begin with; the first one otherwise. */
  person?: string | undefined;
}) {
  const t = useTranslations('feedback');
  const [desk, setDesk] = useState(initial);
  const [chosenId, setChosenId] = useState(
    (initial.people.find(({ id }) => id === asked) ?? initial.people[0])?.id ?? null,
  );
  const [said, setSaid] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  const [toRelease, setToRelease] = useState<readonly FeedbackView[] | null>(null);
  const chosen = desk.people.find(({ id }) => id === chosenId) ?? null;
  const allHeld = desk.people.flatMap(({ feedback }) => held(feedback));

  const change = (personId: string, next: (feedback: FeedbackView[]) => FeedbackView[]) =>
    setDesk((before) => ({
      ...before,
      people: before.people.map((person) =>
        person.id === personId ? { ...person, feedback: next(person.feedback) } : person,
      ),
    }));

  const keep = (one: FeedbackView) =>
    change(one.participantId, (feedback) => [...feedback.filter(({ id }) => id !== one.id), one]);

  const release = async (pieces: readonly FeedbackView[]) => {
    setToRelease(null);
    setIsPending(true);
    const ids = pieces.map(({ id }) => id);
    const released = await releaseFeedback(desk.room.id, ids);
    setIsPending(false);
    if (!released.ok) return setSaid(t('unreachable'));
    setSaid(t('releasedCount', { count: released.value.released }));
    const now = new Date().toISOString();
    for (const { id } of desk.people) {
      change(id, (feedback) =>
        feedback.map((one) => (ids.includes(one.id) ? { ...one, releasedAt: one.releasedAt ?? now } : one)),
      );
    }
  };

  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <p className="flex flex-wrap items-center gap-3">
          {allHeld.length > 0 ? (
            <Button isPending={isPending} onClick={() => setToRelease(allHeld)}>
              {t('releaseAll', { count: allHeld.length })}
            </Button>
          ) : (
            <span className="text-ui text-muted">{t('nothingHeld')}</span>
          )}
          <span role="status" className="text-caption text-muted">
            {said}
          </span>
        </p>
        {allHeld.length > 0 ? <p className="text-caption text-muted">{t('releaseAllHint')}</p> : null}
      </div>
      <RubricEditor
        roomId={desk.room.id}
        rubric={desk.rubric}
        onSaved={(rubric) => setDesk((before) => ({ ...before, rubric }))}
      />
      {desk.people.length === 0 ? <p>{t('nobody')}</p> : null}
      <div className="grid gap-8 md:grid-cols-[15rem_minmax(0,1fr)]">
        <nav aria-label={t('people')} className="grid gap-1.5 md:sticky md:top-20 md:self-start">
          <p className="text-caption text-muted">{t('count', { count: desk.people.length })}</p>
          <ul className="grid max-h-72 overflow-y-scroll rounded border border-hairline md:max-h-[calc(80dvh-1rem)]">
            {desk.people.map((person) => (
              <li key={person.id} className="border-b border-hairline">
                <PersonChoice
                  person={person}
                  isChosen={person.id === chosenId}
                  onChoose={() => setChosenId(person.id)}
                />
              </li>
            ))}
          </ul>
        </nav>
        {chosen ? (
          <PersonDesk
            key={chosen.id}
            slug={slug}
            desk={desk}
            person={chosen}
            isPending={isPending}
            onSaved={keep}
            onRelease={() => setToRelease(held(chosen.feedback))}
          />
        ) : null}
      </div>
      {toRelease === null ? null : (
        <AskDialog
          title={t('releaseAll', { count: toRelease.length })}
          doLabel={t('ask.do')}
          stayLabel={t('ask.stay')}
          onDo={() => void release(toRelease)}
          onClose={() => setToRelease(null)}
        >
          {t('ask.text', {
            count: toRelease.length,
            people: new Set(toRelease.map(({ participantId }) => participantId)).size,
          })}
        </AskDialog>
      )}
    </div>
  );
}

function PersonChoice({
  person: { alias, contributions, feedback },
  isChosen,
  onChoose,
}: {
  person: DeskPerson;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations('feedback');
  const waiting = held(feedback).length;
  return (
    <button
      type="button"
      aria-current={isChosen ? 'true' : undefined}
      onClick={onChoose}
      className="grid min-h-11 w-full gap-0.5 px-2 py-1.5 text-start hover:bg-wash aria-[current]:bg-wash"
    >
      <span className="font-strong">{alias}</span>
      <span className="text-caption text-muted">
        {t('pieces', { count: contributions.length })},{' '}
        {t('personState', { held: waiting, released: feedback.length - waiting })}
      </span>
    </button>
  );
}

function PersonDesk({
  desk,
  person,
  isPending,
  slug,
  onSaved,
  onRelease,
}: {
  slug: string;
  desk: FeedbackDesk;
  person: DeskPerson;
  isPending: boolean;
  onSaved: (feedback: FeedbackView) => void;
  onRelease: () => void;
}) {
  const t = useTranslations('feedback');
  const about = (contributionId: string | null) =>
    person.feedback.find((one) => one.contributionId === contributionId) ?? null;
  const form = (contributionId: string | null) => (
    <FeedbackForm
      roomId={desk.room.id}
      participantId={person.id}
      contributionId={contributionId}
      feedback={about(contributionId)}
      rubric={desk.rubric}
      onSaved={onSaved}
    />
  );
  return (
    <section aria-labelledby="person" className="grid content-start gap-6">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="person" className="text-heading font-strong">
          {person.alias}
        </h2>
        <Link href={sheetHref(slug, person.id)} className="me-auto text-caption pointer-coarse:py-3">
          {t('toSheet')}
        </Link>
        {held(person.feedback).length > 0 ? (
          <Button size="small" isPending={isPending} onClick={onRelease}>
            {t('release', { alias: person.alias })}
          </Button>
        ) : null}
      </header>
      <section className="grid gap-3">
        <h3 className="text-ui font-strong">{t('whole')}</h3>
        {form(null)}
      </section>
      <ul className="grid gap-6">
        {person.contributions.map((piece) => (
          <li key={piece.id} className="grid gap-2 border-t border-hairline pt-4">
            <Contribution piece={piece} />
            <details open={about(piece.id) !== null || undefined}>
              <summary className="w-fit py-1.5 text-caption text-muted underline decoration-control underline-offset-4 pointer-coarse:py-3">
                {about(piece.id) ? t('onPiece') : t('write')}
              </summary>
              <div className="pt-2">{form(piece.id)}</div>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
