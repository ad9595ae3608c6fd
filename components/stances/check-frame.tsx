import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ClaimCode } from '@/components/claim/claim-code';
import { viewHref } from '@/components/debate/view-address';
import { useStanceWords } from '@/components/room/report/use-stance-words';
import { ButtonLink } from '@/components/ui/button';
import type { ConsistencyCheck } from '@/lib/domain/argument/consistency';
import type { ClaimView } from '@/lib/domain/debate/view';
import { bandParts, type ForSide, placeOn, px, sideOfValue } from '@/lib/domain/stance/axis';
import { ChartFrame } from './chart-frame';

/** From so many points apart on, votes and stance are said to differ. */
const APART = 20;

/** Own votes, carried through the map, against where one says one stands: for the reader alone, on their page and in their files. */
export function CheckFrame({
  check,
  claims,
  slug,
  motionCode,
  language,
  forSide,
  queueHref,
  mayWeigh,
}: {
  check: ConsistencyCheck;
  /** Those that the check names. */
  claims: readonly Pick<ClaimView, 'id' | 'code' | 'side' | 'text'>[];
  slug: string;
  motionCode: string;
  language: string;
  forSide: ForSide;
  /** Where claims are voted on; null while no votes are taken. */
  queueHref: string | null;
  /** The room takes now how much a claim matters. */
  mayWeigh: boolean;
}) {
  const t = useTranslations('stances.check');
  const own = useTranslations('strength.own');
  const { stance: say } = useStanceWords();
  const sentence = useCheckSentence(check);
  const isImplied = check.kind === 'implied';
  const { votes, claims: bearing } = check.coverage;
  const inStates = useTranslations('stances.states');
  const turned = useTurned(check);
  const table = useCheckTable(check, claims);
  return (
    <ChartFrame
      id="check"
      question={own('title')}
      lead={t('lead')}
      ownWords={t('alone')}
      note={`${t('count', { votes, claims: bearing })} ${own('only')}`}
      table={
        table && (
          <table>
            <caption>{t('caption')}</caption>
            <thead>
              <tr>
                {table.head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(({ code, text, cells }) => (
                <tr key={code + text}>
                  <th scope="row">
                    {code}{' '}
                    <span lang={code === '' ? undefined : language} dir="auto">
                      {text}
                    </span>
                  </th>
                  {cells.map((cell, index) => (
                    <td key={table.head[index + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
      csv={
        table && [
          table.head,
          ...table.rows.map(({ code, text, cells }) => [`${code} ${text}`.trim(), ...cells]),
        ]
      }
      fileName="own-check"
      showing={sentence}
      hasPicture={isImplied}
    >
      <div className="grid gap-4">
        {isImplied ? (
          <>
            <div className="hidden sm:block">
              <CheckAxis check={check} forSide={forSide} label={sentence} width={640} />
            </div>
            <div className="sm:hidden">
              <CheckAxis check={check} forSide={forSide} label={sentence} width={320} />
            </div>
          </>
        ) : null}
        <p className="text-ui">{sentence}</p>
        {!isImplied && queueHref ? (
          <ButtonLink href={queueHref} className="justify-self-start">
            {inStates('vote')}
          </ButtonLink>
        ) : null}
        {isImplied && check.claims.length > 0 ? (
          <>
            <h3 className="text-ui font-strong text-pretty">
              {check.difference === null || check.turned === null
                ? own('matter')
                : own('explain', {
                    // Less than half of the way is no explanation.
                    share:
                      Math.abs(check.turned - (check.stance ?? 0)) <= Math.abs(check.difference) / 2
                        ? 'most'
                        : 'little',
                    turned: say(Math.round(check.turned)),
                    count: check.claims.length,
                  })}
              {check.isExact ? null : ` ${own('nearest')}`}
            </h3>
            <ol className="check-claims">
              {check.claims.map(({ claimId }, index) => {
                const claim = claims.find(({ id }) => id === claimId);
                return claim ? (
                  <li key={claimId} className="grid content-start gap-1.5">
                    <p className="text-caption text-muted">{turned(index)}</p>
                    <p lang={language} dir="auto" className="font-serif text-ui text-pretty">
                      <ClaimCode code={claim.code} side={claim.side} size="caption" /> {claim.text}
                    </p>
                    <p className="flex flex-wrap gap-x-4 text-caption empty:hidden">
                      {mayWeigh ? (
                        <Link
                          className="check-link"
                          href={viewHref(slug, 'map', { claim: claim.code, motion: motionCode })}
                        >
                          {t('impact')}
                        </Link>
                      ) : null}
                      {queueHref ? (
                        <Link
                          className="check-link"
                          href={viewHref(slug, 'outline', { claim: claim.code, motion: motionCode })}
                        >
                          {t('change')}
                        </Link>
                      ) : null}
                    </p>
                  </li>
                ) : null;
              })}
            </ol>
            {mayWeigh || queueHref ? null : (
              <p className="max-w-measure text-caption text-muted">{t('notNow')}</p>
            )}
          </>
        ) : null}
      </div>
    </ChartFrame>
  );
}

/** The check in rows: the two numbers, then the votes that it names with what each would change. Null without numbers. */
function useCheckTable(check: ConsistencyCheck, claims: readonly Pick<ClaimView, 'id' | 'code' | 'text'>[]) {
  const t = useTranslations('stances.check');
  const inVotes = useTranslations('opinions.votes');
  const { stance: say } = useStanceWords();
  if (check.kind !== 'implied') return null;
  const named = check.claims.flatMap(({ claimId, choice, change }) => {
    const claim = claims.find(({ id }) => id === claimId);
    const words = t('byTurning', {
      points: Math.round(Math.abs(change)),
      way: change > 0 ? 'for' : 'against',
    });
    return claim ? [{ code: claim.code, text: claim.text, cells: [inVotes(choice), words] }] : [];
  });
  return {
    head: [t('what'), t('answer'), t('turned')],
    rows: [
      { code: '', text: t('imply'), cells: [say(Math.round(check.implied)), ''] },
      { code: '', text: t('said'), cells: [say(check.stance), ''] },
      ...named,
    ],
  };
}

/** What one's votes would imply with the vote at that place turned round: with a stance to reach, those before it are turned as well. */
function useTurned(check: ConsistencyCheck): (index: number) => string {
  const t = useTranslations('stances.check');
  const { stance: say } = useStanceWords();
  return (index) => {
    const one = check.kind === 'implied' ? check.claims[index] : undefined;
    if (check.kind !== 'implied' || !one) return '';
    const isTogether = check.stance !== null;
    const earlier = isTogether ? check.claims.slice(0, index) : [];
    const before = earlier.reduce((sum, { change }) => sum + change, check.implied);
    return t('turnedTo', {
      choice: one.choice,
      others: earlier.length > 0 ? 'yes' : 'no',
      before: say(Math.round(before)),
      after: say(Math.round(before + one.change)),
    });
  };
}

/** What the check found, in a sentence. */
function useCheckSentence(check: ConsistencyCheck): string {
  const own = useTranslations('strength.own');
  const { stance: say } = useStanceWords();
  if (check.kind === 'too-few-votes') {
    const { votes, neededVotes, votesFor, votesAgainst, neededFor, neededAgainst } = check.coverage;
    const isOneSided = votes >= neededVotes && (votesFor < neededFor || votesAgainst < neededAgainst);
    return isOneSided ? own('oneSided') : own('tooFew', { votes, needed: neededVotes });
  }
  const implied = say(Math.round(check.implied));
  const { stance, difference } = check;
  if (stance === null || difference === null) return own('noStance', { implied });
  const words = {
    implied,
    stance: say(stance), // As far apart as the two numbers that are read.
    difference: Math.abs(Math.round(check.implied) - stance),
  };
  return own(Math.abs(difference) < APART ? 'fits' : 'differs', words);
}

const LINE = 56;
/** Labels that are nearer than this would meet. */
const LABEL_PX = 240;

/** A diamond for what the votes imply, a dot for what was said. */
function CheckAxis({
  check: { implied, stance },
  forSide,
  label,
  width,
}: {
  check: Extract<ConsistencyCheck, { kind: 'implied' }>;
  forSide: ForSide;
  label: string;
  /** In pixels of its own. */
  width: number;
}) {
  const t = useTranslations('stances.check');
  const axis = { startPx: 8, endPx: width - 8 };
  const inStrip = useTranslations('report.strip');
  const { stance: say } = useStanceWords();
  const at = px(placeOn(axis, implied));
  const said = stance === null ? null : px(placeOn(axis, stance));
  // Two labels that would meet stand one above the other.
  const isClose = said !== null && Math.abs(said - at) < LABEL_PX;
  const anchorOf = (x: number) => (x < LABEL_PX / 2 ? 'start' : x > width - LABEL_PX / 2 ? 'end' : 'middle');
  return (
    <svg
      viewBox={`0 -16 ${width} 116`}
      role="img"
      aria-label={label}
      className="block h-auto w-full max-w-[40rem] overflow-visible"
      fontSize="13"
      fill="var(--color-ink)"
    >
      {said === null ? null : (
        <path d={`M${at} ${LINE - 14}H${said}`} stroke="var(--color-control)" strokeDasharray="2 3" />
      )}
      <path d={`M${axis.startPx} ${LINE}H${axis.endPx}`} stroke="var(--color-ink)" />
      <path
        d={`M${at} ${LINE - 22}l8 8l-8 8l-8 -8z`}
        fill="var(--color-paper)"
        stroke="var(--color-ink)"
        strokeWidth="2"
      />
      <text x={at} y={LINE - 30} textAnchor={anchorOf(at)}>
        <tspan fontWeight="600">{t('imply')}</tspan> {say(Math.round(implied))}
      </text>
      {said === null || stance === null ? null : (
        <>
          <circle
            cx={said}
            cy={LINE - 14}
            r="6"
            fill={`var(--color-side-${sideOfValue(stance, forSide)}-solid, var(--color-muted))`}
          />
          <circle cx={said} cy={LINE - 14} r="9" fill="none" stroke="var(--color-ink)" strokeWidth="2" />
          <text x={said} y={isClose ? LINE - 50 : LINE - 30} textAnchor={anchorOf(said)}>
            <tspan fontWeight="600">{t('said')}</tspan> {say(stance)}
          </text>
        </>
      )}
      {bandParts(axis, forSide).map((part) => (
        <rect key={part.fill} y={LINE + 8} height="5" {...part} />
      ))}
      <text
        x={axis.startPx}
        y={LINE + 34}
        fontWeight="600"
        fill={`var(--color-side-${sideOfValue(1, forSide)}-text)`}
      >
        {inStrip('for')}
      </text>
      <text
        x={axis.endPx}
        y={LINE + 34}
        textAnchor="end"
        fontWeight="600"
        fill={`var(--color-side-${sideOfValue(-1, forSide)}-text)`}
      >
        {inStrip('against')}
      </text>
    </svg>
  );
}
