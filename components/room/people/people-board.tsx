'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { announce } from '@/components/ui/live-region';
import type { ApiResult } from '@/lib/client/api';
import { changePerson, readPeople } from '@/lib/client/people';
import type { ChangePerson, RoomPerson } from '@/lib/domain/room/people';
import { AddColleagueForm } from './add-colleague-form';
import { NamesButton } from './names-button';
import { PersonDialog, type PersonQuestion } from './person-dialog';
import { PersonLine } from './person-line';
import { RosterForm } from './roster-form';
import { useFailureWords } from './use-failure-words';

export interface PeopleBoardProps {
  roomId: string;
  slug: string;
  /** The address of this site, for slips. */
  site: string;
  initial: RoomPerson[];
  canConfigure: boolean;
  canRevealNames: boolean;
}

type Part = 'keeps' | 'here' | 'places' | 'left';
const PARTS: readonly Part[] = ['keeps', 'here', 'places', 'left'];
const KEEPERS = ['owner', 'teacher', 'assistant'];

const partOf = ({ kind, leftAt, role }: RoomPerson): Part => {
  if (leftAt !== null || kind === 'gone') return 'left';
  if (kind === 'place') return 'places';
  return KEEPERS.includes(role) ? 'keeps' : 'here';
};

/** Who is in the room, and all that is decided about them. Needs the messages `people`, `failure` and `account`. */
export function PeopleBoard({ roomId, slug, site, initial, canConfigure, canRevealNames }: PeopleBoardProps) {
  const t = useTranslations('people');
  const wordsOf = useFailureWords();
  const [people, setPeople] = useState(initial);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [question, setQuestion] = useState<PersonQuestion | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  const read = async () => {
    const answer = await readPeople(roomId);
    if (answer.ok) setPeople(answer.value.people);
  };

  /** Does it, says what came of it, and reads the list again. True when it was done. */
  const done = async <T,>(answer: ApiResult<T>, said: string): Promise<boolean> => {
    setTrouble(answer.ok ? null : wordsOf(answer.error));
    if (answer.ok) announce(said);
    await read();
    return answer.ok;
  };

  const change = async (person: RoomPerson, to: ChangePerson) => {
    const answer = await changePerson(roomId, person.participantId, to);
    return done(answer, t(`said.${to.act}`, { who: nameOf(person) }));
  };

  const nameOf = ({ alias, placeName }: RoomPerson): string => alias ?? placeName ?? '';
  const parts = PARTS.map((part) => ({ part, members: people.filter((one) => partOf(one) === part) }));
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted">
          {t('count', { count: people.filter((one) => ['keeps', 'here'].includes(partOf(one))).length })}
        </p>
        {canRevealNames ? <NamesButton roomId={roomId} isShown={names.size > 0} onNames={setNames} /> : null}
      </div>
      <p role="alert" className="text-danger empty:hidden">
        {trouble}
      </p>
      {parts.map(({ part, members }) =>
        members.length === 0 ? null : (
          <section key={part} className="grid gap-2">
            <h2 className="text-heading font-strong">{t(`parts.${part}`, { count: members.length })}</h2>
            {part === 'places' ? (
              <p className="text-caption text-muted text-pretty">{t('placesHint')}</p>
            ) : null}
            <ul className="border-t border-ink">
              {members.map((person) => (
                <PersonLine
                  key={person.participantId}
                  person={person}
                  name={names.get(person.participantId) ?? null}
                  onChange={(to) => change(person, to)}
                  onAsk={(act) =>
                    setQuestion({ act, participantId: person.participantId, who: nameOf(person) })
                  }
                />
              ))}
            </ul>
          </section>
        ),
      )}
      {people.some(({ kind }) => kind !== 'account') || people.length > 1 ? null : (
        <p className="text-muted text-pretty">{t('nobodyYet')}</p>
      )}
      {canConfigure ? (
        <>
          <RosterForm
            roomId={roomId}
            slug={slug}
            places={people.filter(({ kind }) => kind === 'place').length}
            onMade={read}
          />
          <AddColleagueForm roomId={roomId} onAdded={read} />
        </>
      ) : null}
      {question ? (
        <PersonDialog
          roomId={roomId}
          site={site}
          question={question}
          onClose={() => setQuestion(null)}
          onDone={() => void read()}
        />
      ) : null}
    </>
  );
}
