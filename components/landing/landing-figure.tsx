import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { SideMark } from '@/components/claim/side-mark';
import { viewHref } from '@/components/debate/view-address';
import type { DebateView } from '@/lib/domain/debate/view';
import { FigureCard } from './figure-card';
import { type FigureClaim, figureClaims } from './figure-claims';
import { FigureLine } from './figure-line';
import { FIGURE, figureHeight, figureLines } from './figure-lines';

/** Picture units to root-relative lengths, so that the picture grows with the reader's text size. */
const rem = (px: number): string => `${px / 16}rem`;

const ROWS = 4;
const ROWS_ON_PHONE = 2;

function MotionCard({ debate, className }: { debate: DebateView; className: string }) {
  const t = useTranslations('landing');
  return (
    <div className={`rounded border border-ink bg-raised text-center ${className}`}>
      <p className="text-caption text-muted">{t('figure.motion')}</p>
      <p
        lang={debate.language}
        dir="auto"
        className="mt-0.5 font-serif text-ui leading-5 font-strong text-balance"
      >
        {debate.motion.text}
      </p>
    </div>
  );
}

/** Both columns beside the motion, with their lines: as on the map, drawn by the server. */
function WideMap({ debate }: { debate: DebateView }) {
  const figure = figureClaims(debate, ROWS);
  const height = figureHeight(figure.start.length);
  const column = (claims: FigureClaim[], side: 0 | 1) => (
    <ul
      aria-label={debate.sides[side].name}
      className={`absolute ${side === 0 ? 'start-0' : 'end-0'}`}
      style={{
        top: rem(FIGURE.pad),
        insetInline: side === 0 ? `${rem(FIGURE.edge)} auto` : `auto ${rem(FIGURE.edge)}`,
      }}
    >
      {claims.map(({ claim }) => (
        <li
          key={claim.id}
          className="grid items-center"
          style={{ height: rem(FIGURE.row), width: rem(FIGURE.card) }}
        >
          <FigureCard claim={claim} slug={debate.slug} language={debate.language} />
        </li>
      ))}
    </ul>
  );
  return (
    <div
      className="relative mx-auto max-md:hidden"
      style={{ width: `calc(${rem(FIGURE.width)} - 2px)`, height: rem(height) }}
    >
      <svg
        viewBox={`0 0 ${FIGURE.width} ${height}`}
        aria-hidden="true"
        className="absolute inset-0 size-full rtl:-scale-x-100"
      >
        {figureLines(figure).map((line) => (
          <FigureLine key={line.key} line={line} />
        ))}
      </svg>
      <div className="pointer-events-none absolute inset-0 grid place-items-center">
        <div style={{ width: rem(FIGURE.motion) }}>
          <MotionCard debate={debate} className="px-2.5 py-3" />
        </div>
      </div>
      {column(figure.start, 0)}
      {column(figure.end, 1)}
    </div>
  );
}

/** On a phone: the motion over two facing stacks, one trunk for each side. */
function NarrowMap({ debate }: { debate: DebateView }) {
  const figure = figureClaims(debate, ROWS_ON_PHONE, false);
  const stack = (claims: FigureClaim[], side: 0 | 1) => (
    <ul
      aria-label={debate.sides[side].name}
      data-side={debate.sides[side].role}
      data-line={claims[0]?.line}
      className="landing-stack"
    >
      {claims.map(({ claim }) => (
        <li key={claim.id}>
          <FigureCard claim={claim} slug={debate.slug} language={debate.language} />
        </li>
      ))}
    </ul>
  );
  return (
    <div className="px-3.5 pt-3 md:hidden">
      <MotionCard debate={debate} className="mx-auto max-w-[13.5rem] px-3 pt-2 pb-2.5" />
      <div className="mt-[1.875rem] grid grid-cols-2 items-start gap-x-[1.875rem]">
        {stack(figure.start, 0)}
        {stack(figure.end, 1)}
      </div>
    </div>
  );
}

/** The worked debate at a glance, from its own data. */
export function LandingFigure({
  debate,
  counts,
}: {
  debate: DebateView;
  counts: { claims: number; passages: number; stances: number };
}) {
  const t = useTranslations('landing');
  return (
    <figure className="mx-auto w-full rounded border border-hairline bg-raised md:w-fit">
      <p
        lang={debate.language}
        dir="auto"
        className="px-3.5 pt-3.5 font-serif text-body leading-6 font-strong text-pretty sm:px-5"
      >
        {debate.question}
      </p>
      <WideMap debate={debate} />
      <NarrowMap debate={debate} />
      <figcaption className="mt-3.5 flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-hairline px-3.5 py-2.5 text-caption text-muted sm:mt-0 sm:px-5">
        {debate.sides.map((side) => (
          <span key={side.key} className="flex items-center gap-1.5">
            <SideMark side={side.role} />
            <span lang={debate.language} dir="auto">
              {side.name}
            </span>
          </span>
        ))}
        <span className="ms-auto max-md:ms-0 max-md:w-full">{t('figure.counts', counts)}</span>
        <Link href={viewHref(debate.slug, 'map')} className="py-1 text-ink">
          {t('figure.openMap')}
        </Link>
      </figcaption>
    </figure>
  );
}
