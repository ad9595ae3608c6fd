'use client';

import { useTranslations } from 'next-intl';
import { useOpinions } from '@/lib/client/opinions';
import type { PictureSection } from '@/lib/domain/formats/claims-picture';
import type { ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import { ChartFrame, strong } from './chart-frame';
import type { ClaimsDebate } from './claim-line';
import { GroupCard } from './group-card';
import { heldBy } from './held-claims';
import { NoCamps } from './no-camps';
import { WithMap } from './opinion-states';
import { PartsTable } from './parts-table';
import { useClaimsPicture } from './use-claims-picture';

/** What tells each group from everybody else. */
export function GroupsFrame({ debate }: { debate: ClaimsDebate }) {
  const t = useTranslations('opinions.groups');
  const inVotes = useTranslations('opinions.votes');
  const picture = useClaimsPicture(debate);
  const { view } = useOpinions();
  const shown = view?.state === 'shown' && view.groups.length > 0 ? view : null;
  const csv = (opinions: ShownOpinions): string[][] => [
    [
      inVotes('groupHead'),
      inVotes('peopleHead'),
      inVotes('answer'),
      inVotes('code'),
      inVotes('claim'),
      inVotes('inGroup'),
      inVotes('votedInGroup'),
      inVotes('others'),
      inVotes('votedOthers'),
    ],
    ...opinions.groups.flatMap(({ letter, people }, g) =>
      heldBy(opinions, g).map(({ claim, choice, inside, outside }) => [
        letter,
        String(people),
        inVotes(choice),
        claim.code,
        claim.text,
        ...[inside.count, inside.of, outside.count, outside.of].map(String),
      ]),
    ),
  ];
  const legend = [
    ...(['agree', 'disagree'] as const).map((bar) => ({ bar, name: inVotes(bar) })),
    { bar: 'others-agree' as const, name: t('others') },
  ];
  const sections = (opinions: ShownOpinions): PictureSection[] =>
    opinions.groups.map(({ letter, people, isSmall }, g) => {
      const held = heldBy(opinions, g);
      return {
        title: `${inVotes('group', { letter })}, ${inVotes('people', { count: people })}`,
        lines: held.length === 0 ? [t(isSmall ? 'small' : 'nothing')] : [],
        claims: held.map(({ claim, choice, inside, outside }) =>
          picture.claim(
            claim,
            [
              picture.share(t('inGroup', { letter }), choice, inside),
              picture.share(t('others'), choice, outside, true),
            ],
            t(choice),
          ),
        ),
      };
    });
  return (
    <ChartFrame
      id="groups"
      question={t('question')}
      fileName="groups"
      lead={t('lead')}
      note={
        shown
          ? t.rich('note', {
              ...shown.counts,
              groups: shown.groups.length,
              b: strong,
            })
          : null
      }
      table={shown ? <GroupsTable shown={shown} debate={debate} /> : null}
      csv={shown ? () => csv(shown) : null}
      of={shown?.counts}
      drawPicture={shown && ((lines) => picture.draw(lines, sections(shown), legend))}
    >
      <WithMap>
        {(opinions) =>
          opinions.groups.length === 0 ? (
            <NoCamps>{t('noneWhy')}</NoCamps>
          ) : (
            <div className="group-cards">
              {opinions.groups.map((group, g) => (
                <GroupCard
                  key={group.id}
                  group={group}
                  held={heldBy(opinions, g)}
                  debate={debate}
                  hidesStances={opinions.hidesStances}
                />
              ))}
            </div>
          )
        }
      </WithMap>
    </ChartFrame>
  );
}

function GroupsTable({ shown, debate }: { shown: ShownOpinions; debate: ClaimsDebate }) {
  const t = useTranslations('opinions.groups');
  const inVotes = useTranslations('opinions.votes');
  return (
    <PartsTable
      caption={t('table')}
      head={[
        inVotes('claim'),
        inVotes('answer'),
        inVotes('inGroup'),
        inVotes('votedInGroup'),
        inVotes('others'),
        inVotes('votedOthers'),
      ]}
      parts={shown.groups.map(({ id, letter, people, isSmall }, g) => ({
        key: id,
        title: `${inVotes('group', { letter })}, ${inVotes('people', { count: people })}`,
        rows: heldBy(shown, g).map(({ claim, choice, inside, outside }) => ({
          claim,
          cells: [inVotes(choice), inside.count, inside.of, outside.count, outside.of],
        })),
        none: isSmall ? inVotes('few') : t('nothing'),
      }))}
      language={debate.language}
    />
  );
}
