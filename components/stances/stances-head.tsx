import { useTranslations } from 'next-intl';
import { useStanceWords } from '@/components/room/report/use-stance-words';
import { ButtonLink } from '@/components/ui/button';
import { isUnanswered, peopleOf, type RoomStances } from '@/lib/domain/stance/room-stances';
import { Headline, OpinionHeadlines } from './headlines';

/** What the page is about: whom, and which motion. */
export function StancesHead({
  room,
  motion,
  language,
  voteHref = null,
}: {
  /** Null for the commons. */
  room: string | null;
  motion: string;
  language: string;
  /** To the voting queue, where no page of a room leads there. */
  voteHref?: string | null;
}) {
  const inStates = useTranslations('stances.states');
  const t = useTranslations('stances.head');
  return (
    <header className="grid gap-2">
      <p className="text-ui text-muted">{room === null ? t('ofCommons') : t('of', { room })}</p>
      <h1 lang={language} dir="auto" className="max-w-[34rem] font-serif text-title font-strong text-balance">
        {motion}
      </h1>
      {voteHref ? (
        <ButtonLink href={voteHref} className="no-print mt-2 justify-self-start">
          {inStates('vote')}
        </ButtonLink>
      ) : null}
    </header>
  );
}

/** Three sentences: how the room moved, what it shares, what divides it. */
export function StancesHeadlines({
  stances,
  language,
}: {
  /** Null where there is nothing to say of them, and never will be. */
  stances: RoomStances | null;
  language: string;
}) {
  return (
    <div className="headlines">
      {stances ? <StancesHeadline stances={stances} /> : null}
      <OpinionHeadlines language={language} />
    </div>
  );
}

function StancesHeadline({ stances }: { stances: RoomStances }) {
  const t = useTranslations('stances.head');
  return (
    <Headline
      title={t(stances.state === 'shown' && stances.rounds === 2 ? 'moved' : 'stand')}
      {...useMoved(stances)}
    />
  );
}

function useMoved(stances: RoomStances): { text: string; note?: string } {
  const t = useTranslations('stances.head');
  const { points } = useStanceWords();
  if (stances.state === 'hidden') return { text: t('sayFirst') };
  const { shift, answers } = stances.stances;
  if (stances.rounds === 1) {
    const moved = stances.again?.shift;
    const again = moved?.mean
      ? [
          t('againMoved', {
            pairs: moved.pairs ?? 0,
            way: moved.mean.direction ?? 'unclear',
            points: points(moved.mean.shift, moved.mean.decimals),
          }),
        ]
      : [];
    if (!answers || answers.length === 0)
      return { text: t(isUnanswered(stances.stances) ? 'standNobody' : 'standFew') };
    const people = peopleOf(answers);
    const count = (isOf: (value: number) => boolean) =>
      people.filter(({ first }) => typeof first === 'number' && isOf(first)).length;
    return {
      text: t('standCount', {
        for: count((value) => value > 0),
        against: count((value) => value < 0),
        between: count((value) => value === 0),
      }),
      note: [
        t('standNote', { people: shift.first?.placed ?? 0, unsure: shift.first?.unsure ?? 0 }),
        ...again,
      ].join(' '),
    };
  }
  const { mean, towardsFor, towardsAgainst } = shift;
  if (!mean || shift.pairs === null) return { text: t('movedFew') };
  const moved = towardsFor + towardsAgainst;
  const ways = moved === 0 ? 'none' : towardsFor === 0 ? 'against' : towardsAgainst === 0 ? 'for' : 'both';
  const balance =
    mean.direction === null
      ? t('unclear')
      : t(mean.direction === 'for' ? 'balanceFor' : 'balanceAgainst', {
          points: points(mean.shift, mean.decimals),
        });
  return {
    text: `${t('movedCount', { moved, pairs: shift.pairs, ways })} ${balance}`,
    note: t('movedNote', { pairs: shift.pairs, people: shift.people }),
  };
}
