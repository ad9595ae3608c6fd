import { EyeOff, Presentation, User, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useStripWords } from '@/components/room/report/shift-words';
import { roomHref, voteHref } from '@/components/room/room-address';
import { useStageWords } from '@/components/room/stage-words';
import { ButtonLink } from '@/components/ui/button';
import { OwnVoteList } from '@/components/vote/queue/own-vote-list';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import type { RoomFrame } from '@/lib/domain/room/view';
import { forSideOf } from '@/lib/domain/stance/axis';
import { type HiddenStances, isPlaced } from '@/lib/domain/stance/room-stances';
import { useOwnWords } from './strip-frame';
import { StripPicture } from './strip-picture';
import { WhatOpens } from './what-opens';

type Debate = Pick<DebateView, 'motion' | 'sides' | 'language' | 'slug' | 'isOpen' | 'room'>;

/** The page of a class before its reveal: what is hidden and why, what the reader said themselves, and what will open. */
export function BlindView({
  frame,
  debate,
  stances,
  claims,
}: {
  frame: RoomFrame;
  debate: Debate;
  stances: HiddenStances;
  /** Those that can be voted on, with the reader's votes; null for whoever does not vote here. */
  claims: readonly ClaimView[] | null;
}) {
  const isParticipant = frame.seat?.role === 'participant';
  const rounds = frame.plan.some(({ stage }) => stage === 'second_stance') ? 2 : 1;
  return (
    <>
      <Lid frame={frame} />
      <OwnStrip debate={debate} stances={stances} mayState={isParticipant} rounds={rounds} />
      {claims && claims.length > 0 ? (
        <OwnVotesSoFar
          claims={claims}
          language={debate.language}
          href={debate.isOpen && debate.room.acts.includes('vote') ? voteHref(debate.slug) : null}
        />
      ) : null}
      <WhatOpens hasCheck={isParticipant} rounds={rounds} />
      <WhoSees frame={frame} isParticipant={isParticipant} rounds={rounds} />
    </>
  );
}

/** What is hidden from whom, and the way to the reveal. */
function Lid({ frame }: { frame: RoomFrame }) {
  const t = useTranslations('stances.blind');
  const words = useStageWords();
  return (
    <section aria-labelledby="hidden" className="lid">
      <h2 id="hidden" className="flex items-center gap-2.5 text-heading font-strong">
        <EyeOff aria-hidden="true" className="size-5" strokeWidth={1.75} />
        {t('title')}
      </h2>
      <p className="max-w-measure text-ui text-pretty">
        {t(frame.settings.showsCountsEarly ? 'whyCounts' : 'why')}{' '}
        {frame.seat?.role === 'participant' ? t('change') : null}
      </p>
      <ol className="lid-steps">
        {frame.plan.map((step, index) => {
          const at = index === frame.step ? 'now' : index < frame.step ? 'past' : 'next';
          return (
            <li key={String(index)} data-at={at} aria-current={at === 'now' ? 'step' : undefined}>
              <span className="text-ui font-strong">
                {at === 'now' ? t('now', { step: words.nameOf(step) }) : words.nameOf(step)}
              </span>
              <span className="text-caption text-muted text-pretty">{t(`opens.${step.stage}`)}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const NOBODY = { placed: 0, unsure: 0, none: 0 };
/** Nothing is told of the room. */
const NO_SHIFT = {
  people: 0,
  pairs: 0,
  first: NOBODY,
  second: NOBODY,
  onlyFirst: 0,
  onlySecond: 0,
  stayed: 0,
  towardsFor: 0,
  towardsAgainst: 0,
  mean: null,
};

/** The axis with the reader's own dot and nobody else's. */
function OwnStrip({
  debate,
  stances: { own, turnout },
  mayState,
  rounds,
}: {
  debate: Debate;
  stances: HiddenStances;
  mayState: boolean;
  /** How often the plan asks where one stands. */
  rounds: 1 | 2;
}) {
  const t = useTranslations('stances.blind');
  const inStrip = useTranslations('stances.strip');
  const ownWords = useOwnWords();
  const { wide } = useStripWords({ shift: NO_SHIFT }, { first: null, second: null }, rounds);
  const isMine = own !== null && (isPlaced(own.first) || isPlaced(own.second));
  const label = isMine ? ownWords(own) : '';
  const { hasStated, asks } = debate.motion;
  const asked = mayState && debate.isOpen && asks && !hasStated ? asks.round : null;
  const row = (words: typeof wide, round: 'first' | 'second') => ({
    title: round === 'first' ? words.first.title : (words.second?.title ?? ''),
    about: turnout ? t('in', { count: turnout[round], people: turnout.people }) : '',
    unsure: 0,
    none: 0,
    mean: null,
  });
  const blind = (words: typeof wide) => ({
    ...words,
    title: t('axis'),
    summary: isMine ? label : t('axisEmpty'),
    first: row(words, 'first'),
    second: words.second && row(words, 'second'),
  });
  const picture = {
    people: isMine ? [own] : [],
    mean: null,
    forSide: forSideOf(debate.sides),
    hasColumns: false,
    own: isMine ? { pair: own, label } : null,
  };
  return (
    <section aria-labelledby="stance" className="chart-frame" data-own={isMine ? '' : undefined}>
      <header className="chart-head">
        <div className="grid gap-1">
          <h2 id="stance" className="text-heading font-strong text-balance">
            {inStrip(rounds === 1 ? 'questionNow' : 'question')}
          </h2>
          <p className="text-ui text-muted text-pretty">
            {isMine ? t('oneDot') : hasStated ? t('putAway') : t('noDot')}
          </p>
        </div>
        {asked === null ? null : (
          <ButtonLink href={roomHref(debate.slug)} variant="primary">
            {t('state', { round: asked })}
          </ButtonLink>
        )}
      </header>
      <StripPicture {...picture} words={{ wide: blind(wide), narrow: blind(wide) }} />
    </section>
  );
}

/** How far the reader came with the claims, and what they said. */
function OwnVotesSoFar({
  claims,
  language,
  href,
}: {
  claims: readonly ClaimView[];
  language: string;
  /** Where the next one is asked; null while the room takes no votes. */
  href: string | null;
}) {
  const t = useTranslations('stances.blind');
  const given = claims.filter(({ ownVote }) => ownVote.choice !== null && !ownVote.isStale).length;
  const left = claims.length - given;
  return (
    <section aria-labelledby="votes" className="chart-frame" data-own="">
      <header className="chart-head">
        <div className="grid gap-1">
          <h2 id="votes" className="text-heading font-strong">
            {t('votes')}
          </h2>
          <p className="text-ui text-muted text-pretty">
            {t('votesGiven', { given, count: claims.length, left })}
          </p>
        </div>
        {href !== null && left > 0 ? (
          <ButtonLink href={href} variant="primary">
            {t('next')}
          </ButtonLink>
        ) : null}
      </header>
      <div aria-hidden="true" className="votes-given">
        <span style={{ inlineSize: `${(100 * given) / claims.length}%` }} />
      </div>
      {given > 0 ? <OwnVoteList claims={claims} language={language} mayVote={false} /> : null}
    </section>
  );
}

/** Who learns what of the answers. */
function WhoSees({
  frame,
  isParticipant,
  rounds,
}: {
  frame: RoomFrame;
  isParticipant: boolean;
  rounds: 1 | 2;
}) {
  const t = useTranslations('stances.blind.sees');
  const names = frame.settings.namesCanBeRevealed ? 'yes' : 'no';
  const parts = [
    {
      icon: User,
      who: t(isParticipant ? 'you' : 'each'),
      what: isParticipant ? t('youWhat', { round: rounds === 2 ? 'two' : 'one' }) : t('eachWhat'),
    },
    { icon: Users, who: t('class'), what: t('classWhat') },
    { icon: Presentation, who: t(isParticipant ? 'teacher' : 'teachers'), what: t('teacherWhat', { names }) },
  ];
  return (
    <section aria-labelledby="sees" className="grid gap-4">
      <h2 id="sees" className="text-heading font-strong">
        {t(isParticipant ? 'title' : 'titleOthers')}
      </h2>
      <ul className="grid gap-6 md:grid-cols-3">
        {parts.map(({ icon: Icon, who, what }) => (
          <li key={who} className="grid content-start gap-1 border-t border-hairline pt-2.5">
            <span className="flex items-center gap-2 text-ui font-strong">
              <Icon aria-hidden="true" className="size-4" strokeWidth={1.75} />
              {who}
            </span>
            <span className="text-ui text-muted text-pretty">{what}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
