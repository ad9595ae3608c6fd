import { useTranslations } from 'next-intl';
import { ClaimCode } from '@/components/claim/claim-code';
import { FeedbackWords } from '@/components/room/feedback/feedback-words';
import type { Criterion } from '@/lib/domain/room/feedback/rubric';
import type { OwnAnswers, PersonSheet } from '@/lib/domain/room/report/sheet';
import type { WrittenContribution } from '@/lib/domain/room/report/written';
import { useTimes } from '@/lib/i18n/use-times';
import { ReportSection } from './report-section';
import { useStanceWords } from './use-stance-words';

/** What one person did in a room; on paper each sheet begins a page. */
export function PersonSheetView({
  sheet,
  roomName,
  language,
  rubric,
  isOwn,
}: {
  sheet: PersonSheet;
  roomName: string;
  /** Of the debate: claims are in it. */
  language: string;
  rubric: readonly Criterion[];
  isOwn: boolean;
}) {
  const t = useTranslations('report.sheet');
  const inTable = useTranslations('report.participation');
  const { person, contributions, feedback, own } = sheet;
  const onWhole = feedback.filter(({ contributionId }) => contributionId === null);
  const id = (part: string) => `${part}-${person.id}`;
  const done = [
    ['votes', person.votes],
    ['claims', person.claims],
    ['notes', person.notes],
    ['replies', person.replies],
    ['passages', person.passages],
  ] as const;
  return (
    <article className="report-sheet grid gap-6">
      <header className="grid gap-1 border-b border-ink pb-2">
        {isOwn ? <p className="text-caption text-muted">{t('own')}</p> : null}
        <h1 className="report-title font-serif text-title font-strong">
          {t('title', { alias: person.alias, room: roomName })}
        </h1>
      </header>
      <ReportSection id={id('progress')} title={t('progress')}>
        <dl className="report-numbers grid grid-cols-2 border-y border-hairline sm:grid-cols-5">
          {done.map(([what, count]) => (
            <div key={what} className="flex flex-col-reverse justify-end py-2">
              <dt className="text-caption text-muted">{inTable(what)}</dt>
              <dd className="text-heading font-strong">{count}</dd>
            </div>
          ))}
        </dl>
      </ReportSection>
      {onWhole.map((one) => (
        <FeedbackWords key={one.id} feedback={one} rubric={rubric} />
      ))}
      <ReportSection id={id('contributions')} title={t('contributions')}>
        {contributions.length === 0 ? <p className="text-ui">{t('noContributions')}</p> : null}
        <ul className="grid">
          {contributions.map((piece) => (
            <li key={piece.id} className="report-row grid gap-2 border-b border-hairline py-3">
              <Contribution piece={piece} />
              {feedback
                .filter(({ contributionId }) => contributionId === piece.id)
                .map((one) => (
                  <FeedbackWords key={one.id} feedback={one} rubric={rubric} />
                ))}
            </li>
          ))}
        </ul>
      </ReportSection>
      {own ? <OwnPart own={own} language={language} /> : null}
      {own || isOwn ? null : <p className="text-caption text-muted text-pretty">{t('hiddenVotes')}</p>}
    </article>
  );
}

/** A claim or a note in full. */
export function Contribution({ piece }: { piece: WrittenContribution }) {
  const t = useTranslations('report.sheet');
  const { dateTime } = useTimes();
  return (
    <>
      <p className="flex flex-wrap gap-x-3 text-caption text-muted">
        <span className="font-strong">
          {t(piece.kind)} {piece.claim}
        </span>
        {piece.isInGroup ? <span>{t('inGroup', { group: piece.room })}</span> : null}
        {piece.isVoice ? <span>{t('asVoice')}</span> : null}
        <time dateTime={piece.at}>{dateTime(piece.at)}</time>
      </p>
      {piece.quote ? (
        <blockquote
          dir="auto"
          className="bg-wash px-3 py-1.5 font-serif text-caption text-pretty wrap-anywhere"
        >
          {piece.quote}
        </blockquote>
      ) : null}
      <p dir="auto" className="font-serif text-ui whitespace-pre-line wrap-anywhere text-pretty">
        {piece.words}
      </p>
    </>
  );
}

/** Where the reader stood and how they voted: on their own sheet, for nobody else. */
function OwnPart({ own, language }: { own: OwnAnswers; language: string }) {
  const t = useTranslations('report.sheet');
  const { stance } = useStanceWords();
  return (
    <>
      <ReportSection
        id="own-stances"
        title={t('stances')}
        lead={`${t('move', { first: stance(own.first), second: stance(own.second) })} ${t('onlyYou')}`}
      >
        {own.reasons.length > 0 ? (
          <div className="grid gap-1">
            <p className="text-ui">{t('named')}</p>
            <ul className="grid gap-1">
              {own.reasons.map(({ code, side, text }) => (
                <li key={code} lang={language} dir="auto" className="font-serif text-ui wrap-anywhere">
                  <ClaimCode code={code} side={side} size="caption" /> {text}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </ReportSection>
      <ReportSection id="own-votes" title={t('votes')} lead={t('onlyYou')}>
        <ul className="grid border-t border-hairline">
          {own.votes.map(({ code, side, text, choice }) => (
            <li
              key={code}
              className="report-row grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-b border-hairline py-1.5"
            >
              <span lang={language} dir="auto" className="font-serif text-ui wrap-anywhere">
                <ClaimCode code={code} side={side} size="caption" /> {text}
              </span>
              <span className="text-caption">{t(choice)}</span>
            </li>
          ))}
        </ul>
      </ReportSection>
    </>
  );
}
