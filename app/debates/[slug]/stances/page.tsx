import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import '@/app/styles/stances.css';
import '@/app/styles/stances-groups.css';
import { viewHref } from '@/components/debate/view-address';
import { reportHref, roomHref, voteHref } from '@/components/room/room-address';
import { ClientMessages } from '@/components/shell/client-messages';
import { AgainFrames } from '@/components/stances/again-frames';
import { BlindView } from '@/components/stances/blind-view';
import { ChartSourceProvider } from '@/components/stances/chart-source';
import { CheckFrame } from '@/components/stances/check-frame';
import { FlowFrame } from '@/components/stances/flow-frame';
import { OpinionFrames } from '@/components/stances/opinion-frames';
import { SectionRow } from '@/components/stances/section-row';
import { SECTIONS, type SectionName } from '@/components/stances/sections';
import { StancesHead, StancesHeadlines } from '@/components/stances/stances-head';
import { StancesInClass } from '@/components/stances/stances-in-class';
import { StripFrame } from '@/components/stances/strip-frame';
import { StripLater } from '@/components/stances/strip-later';
import { OpinionsProvider } from '@/lib/client/opinions';
import { checkConsistency } from '@/lib/domain/argument/consistency';
import { takesAnswers } from '@/lib/domain/debate/takes-answers';
import type { DebateView } from '@/lib/domain/debate/view';
import { forSideOf } from '@/lib/domain/stance/axis';
import { isUnanswered } from '@/lib/domain/stance/room-stances';
import { claimsToAsk } from '@/lib/domain/vote/queue-order';
import { debateView } from '@/lib/server/debate/queries';
import { currentActor } from '@/lib/server/session';
import { opinionView } from '@/lib/server/stance/opinion/opinion-view';
import { roomStances } from '@/lib/server/stance/room-stances';
import { readerFrame } from '../../../_parts/chrome';
import { openedView, type ViewProps } from '../_parts/opened-view';

/** With more people than this the page asks for the map once it is there: the dots would double its size. */
const MOST_IN_PAGE = 2_000;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('stances');
  return { title: t('title') };
}

/** Where the people of a room stand, how they moved, who votes alike, what divides them and what they share. */
export default async function StancesPage(props: ViewProps) {
  const { slug } = await props.params;
  const [frame, { debate }, actor] = await Promise.all([
    readerFrame(slug),
    openedView('stances', props),
    currentActor(),
  ]);
  if (frame?.parent) {
    const { motion, language, room } = debate;
    return (
      <div className="stances">
        <StancesHead room={frame.parent.name} motion={motion.text} language={language} />
        <StancesInClass group={room.name} room={frame.parent} motionCode={motion.code} />
      </div>
    );
  }
  const read = await roomStances(actor, debate.room.id, debate.motion.code);
  if (!read.ok) notFound();
  const stances = read.value;
  // The queue takes a visitor of the commons through signing in.
  const mayVote =
    debate.isOpen &&
    debate.room.acts.includes('vote') &&
    debate.viewer?.role !== 'observer' &&
    (frame === null || frame.seat?.role === 'participant');
  const queueHref = mayVote ? voteHref(slug) : null;
  const head = (
    <StancesHead
      room={debate.room.kind === 'commons' ? null : debate.room.name}
      motion={debate.motion.text}
      language={debate.language}
      voteHref={debate.room.kind === 'commons' ? queueHref : null}
    />
  );
  // Of whoever takes part: their votes, and what those imply, take the whole debate. Who teaches or watches has none.
  const takesPart = stances.own !== null && (frame === null || frame.seat?.role === 'participant');
  const own = takesPart ? await debateView(actor, slug, debate.motion.code) : null;
  if (frame && stances.state === 'hidden') {
    return (
      <ClientMessages namespaces={['pupil', 'contribute', 'stances']}>
        <div className="stances">
          {head}
          <BlindView
            frame={frame}
            debate={debate}
            stances={stances}
            claims={own && claimsToAsk(own.claims)}
          />
        </div>
      </ClientMessages>
    );
  }
  const opinions = await opinionView(actor, debate.room.id, debate.motion.code);
  if (!opinions.ok) notFound();
  const view = opinions.value;
  const initial = view.state === 'shown' && view.dots.length > MOST_IN_PAGE ? null : view;
  const forSide = forSideOf(debate.sides);
  const check = own?.motion.showsCheck ? checkOf(own) : null;
  const hasFlow = stances.state === 'shown' && stances.rounds === 2;
  // The commons asks nobody twice; some answer again.
  const again = stances.state === 'shown' && debate.room.kind === 'commons' ? stances.again : undefined;
  // Where nobody said it while they could, nothing is left to wait for.
  const isStanceOver = stances.state === 'shown' && !debate.isOpen && isUnanswered(stances.stances);
  const isThere: Partial<Record<SectionName, boolean>> = {
    stance: !isStanceOver,
    again: again !== undefined,
    moves: hasFlow || Boolean(again),
    check: check !== null,
  };
  const sections = SECTIONS.filter((name) => isThere[name] ?? true);
  const takesStance = debate.isOpen && debate.motion.asks !== null && debate.viewer?.role !== 'observer';
  const stanceHref = takesStance
    ? frame
      ? roomHref(slug)
      : viewHref(slug, 'map', { claim: debate.motion.code, motion: debate.motion.code })
    : null;
  const isFirst = debate.motion.code === debate.motions[0]?.code;
  const source = {
    motion: debate.motion.text,
    room: debate.room.kind === 'commons' ? null : debate.room.name,
  };
  const place = { slug: debate.slug, language: debate.language, sides: debate.sides };
  return (
    <ClientMessages namespaces={['stances', 'opinions', 'edit', 'failure']}>
      <ChartSourceProvider {...source}>
        <div className="stances">
          <OpinionsProvider
            key={debate.motion.id}
            roomId={debate.room.id}
            motion={debate.motion.code}
            initial={initial}
            mayChange={takesAnswers(debate)}
          >
            {head}
            <StancesHeadlines stances={isStanceOver ? null : stances} language={debate.language} />
            <SectionRow
              sections={sections}
              // Whoever is in a room may read its report; the commons has none.
              reportHref={frame ? reportHref(slug, isFirst ? undefined : debate.motion.code) : null}
            />
            {isStanceOver ? null : stances.state === 'shown' ? (
              <StripFrame shown={stances} forSide={forSide} stanceHref={stanceHref} />
            ) : (
              <StripLater stanceHref={stanceHref} />
            )}
            {again === undefined || stances.state !== 'shown' ? null : (
              <AgainFrames shown={stances} forSide={forSide} />
            )}
            {hasFlow ? <FlowFrame shown={stances} language={debate.language} forSide={forSide} /> : null}
            <OpinionFrames
              debate={place}
              shortTitles={Object.fromEntries(
                debate.claims.flatMap(({ id, shortTitle }) =>
                  shortTitle === null ? [] : [[id, shortTitle]],
                ),
              )}
              countsHref={frame ? `${reportHref(slug)}#claims` : viewHref(slug, 'outline')}
              voteHref={queueHref}
            />
          </OpinionsProvider>
          {check && own ? (
            <CheckFrame
              {...check}
              slug={slug}
              motionCode={debate.motion.code}
              language={debate.language}
              forSide={forSide}
              queueHref={queueHref}
              mayWeigh={debate.isOpen && debate.room.acts.includes('impact')}
            />
          ) : null}
        </div>
      </ChartSourceProvider>
    </ClientMessages>
  );
}

/** What the reader's own votes imply, with the claims that it names; null where no claim bears on the motion. */
function checkOf(own: DebateView) {
  const check = checkConsistency(own);
  if (check.coverage.claims === 0) return null;
  const named = new Set(check.kind === 'implied' ? check.claims.map(({ claimId }) => claimId) : []);
  return { check, claims: own.claims.filter(({ id }) => named.has(id)) };
}
