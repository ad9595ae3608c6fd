import { useLocale, useTranslations } from 'next-intl';
import { VoteBars } from '@/components/charts/bars';
import { VoteKey } from '@/components/charts/vote-key';
import { ClaimCode } from '@/components/claim/claim-code';
import type { ReportClaim, ReportResults, RoomReport } from '@/lib/domain/room/report/view';
import { formatters } from '@/lib/i18n/formatters';
import { ReportSection, TABLE, TableTwin } from './report-section';

/** What the room shares and what divides it, then every claim with its votes. */
export function DividesSection({ report }: { report: RoomReport }) {
  const t = useTranslations('report.divides');
  const { results, debate } = report;
  if (!results) return null;
  const claims = new Map(results.claims.map((claim) => [claim.claimId, claim]));
  const listed = (ranks: readonly { items: readonly { claimId: string }[] }[]) =>
    ranks.flatMap(({ items }) => items).flatMap(({ claimId }) => claims.get(claimId) ?? []);
  const lists = [
    { title: t('common'), none: t('commonNone'), items: listed(results.commonGround) },
    { title: t('contested'), none: t('contestedNone'), items: listed(results.mostContested) },
  ];
  return (
    <ReportSection id="divides" title={t('title')} lead={<AnswersKey />}>
      {lists.map(({ title, none, items }) => (
        <section key={title} className="grid">
          <h3 className="report-section-head border-b border-ink pb-1.5 text-caption text-muted">{title}</h3>
          {items.length === 0 ? <p className="py-2 text-ui">{none}</p> : null}
          <ClaimRows claims={items} language={debate.language} />
        </section>
      ))}
    </ReportSection>
  );
}

/** Every claim that could be voted on. */
export function ClaimsSection({ report }: { report: RoomReport }) {
  const t = useTranslations('report.claims');
  const { results, debate, sides } = report;
  if (!results) return null;
  const order = { a: 0, b: 1, n: 2 } as const;
  const claims = [...results.claims].sort((x, y) => order[x.side] - order[y.side]);
  const { hiddenClaims } = results.votes;
  return (
    <ReportSection
      id="claims"
      title={t('title')}
      lead={claims.length === 0 ? t('none') : t('lead', { a: sides[0]?.name ?? '' })}
    >
      {claims.length > 0 ? (
        <>
          <AnswersKey />
          <div className="border-t border-ink">
            <ClaimRows claims={claims} language={debate.language} showsOrigin />
          </div>
          {hiddenClaims > 0 ? (
            <p className="text-caption text-muted text-pretty">{t('hidden', { count: hiddenClaims })}</p>
          ) : null}
          <VotesAfterReveal after={results.afterReveal} />
          <VotesTable claims={claims} />
        </>
      ) : null}
    </ReportSection>
  );
}

function AnswersKey() {
  const t = useTranslations('report.votes');
  return <VoteKey words={{ agree: t('agree'), pass: t('pass'), disagree: t('disagree') }} />;
}

/** That some of the votes were given with the result in mind. */
function VotesAfterReveal({ after }: { after: ReportResults['afterReveal'] }) {
  const t = useTranslations('report.claims');
  const { date } = formatters(useLocale());
  return after ? (
    <p className="text-caption text-pretty">
      {t('afterReveal', { count: after.votes, date: date(after.since) })}
    </p>
  ) : null;
}

function ClaimRows({
  claims,
  language,
  showsOrigin = false,
}: {
  claims: readonly ReportClaim[];
  language: string;
  showsOrigin?: boolean;
}) {
  const t = useTranslations('report.votes');
  const inClaims = useTranslations('report.claims');
  return (
    <ul className="grid">
      {claims.map(({ claimId, code, side, text, counts, isFromRoom }) => {
        const votes = counts ? counts.agree + counts.disagree + counts.pass : 0;
        return (
          <li
            key={claimId}
            className="report-row report-claim grid items-center gap-x-6 gap-y-1 border-b border-hairline py-2 sm:grid-cols-[minmax(0,1fr)_300px_3.5rem]"
          >
            <p className="font-serif text-ui text-pretty">
              <ClaimCode code={code} side={side} size="caption" />{' '}
              <span lang={language} dir="auto">
                {text}
              </span>
              {showsOrigin && isFromRoom ? (
                <span className="font-sans text-caption text-muted"> {inClaims('ofClass')}</span>
              ) : null}
            </p>
            {counts === null || votes === 0 ? (
              <span className="text-caption text-muted sm:col-span-2 sm:text-center">
                {t(counts === null ? 'few' : 'none')}
              </span>
            ) : (
              <>
                <VoteBars tally={counts} label={t('label', counts)} />
                <span className="text-caption text-muted sm:text-end">n = {votes}</span>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function VotesTable({ claims }: { claims: readonly ReportClaim[] }) {
  const t = useTranslations('report');
  return (
    <TableTwin summary={t('claims.table')}>
      <table className={TABLE}>
        <caption className="pb-1 text-start text-muted">{t('claims.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('votes.claim')}</th>
            <th scope="col">{t('votes.agree')}</th>
            <th scope="col">{t('votes.pass')}</th>
            <th scope="col">{t('votes.disagree')}</th>
            <th scope="col">{t('votes.n')}</th>
          </tr>
        </thead>
        <tbody>
          {claims.map(({ claimId, code, counts }) => (
            <tr key={claimId}>
              <th scope="row">{code}</th>
              {counts ? (
                <>
                  <td>{counts.agree}</td>
                  <td>{counts.pass}</td>
                  <td>{counts.disagree}</td>
                  <td>{counts.agree + counts.pass + counts.disagree}</td>
                </>
              ) : (
                <td colSpan={4}>{t('votes.few')}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableTwin>
  );
}
