import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** One small drawing for each way of looking; plain shapes in the page's own colours. */
function Drawing({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 220 96"
      aria-hidden="true"
      fill="none"
      className="w-full max-sm:row-span-2 sm:mb-3 sm:border-b sm:border-hairline"
    >
      {children}
    </svg>
  );
}

const A = 'var(--color-side-a-solid)';
const B = 'var(--color-side-b-solid)';
const CONTROL = 'var(--color-control)';
const INK = 'var(--color-ink)';
const RAISED = 'var(--color-raised)';

const read = (
  <>
    <path
      d="M44 18H176M44 30H168M44 42H180M44 54H172M44 66H178M44 78H120"
      stroke={CONTROL}
      strokeWidth="1.5"
    />
    <path d="M44 34H168" stroke={A} strokeWidth="2" />
    <path d="M36 26H32V47H36" stroke={A} strokeWidth="1.5" />
    <path d="M44 70H178M44 73H178" stroke={B} />
    <path d="M188 50H192V82H188" stroke={B} strokeWidth="1.5" />
  </>
);

const argument = (
  <>
    <path d="M62 22C80 22 80 42 94 42M62 48H94M62 74C80 74 80 54 94 54" stroke={A} strokeWidth="1.5" />
    <path
      d="M158 30C142 30 142 44 129 44M158 66C142 66 142 52 129 52"
      stroke={B}
      strokeWidth="1.5"
      strokeDasharray="5 3"
    />
    <path d="M128 39v10M128 47v10" stroke={B} strokeWidth="2" />
    <rect x="94" y="32" width="32" height="32" rx="2" fill={RAISED} stroke={INK} />
    {[13, 39, 65].map((y) => (
      <rect key={y} x="26" y={y} width="36" height="18" rx="2" fill={RAISED} stroke="var(--color-hairline)" />
    ))}
    {[21, 57].map((y) => (
      <rect
        key={y}
        x="158"
        y={y}
        width="36"
        height="18"
        rx="2"
        fill={RAISED}
        stroke="var(--color-hairline)"
      />
    ))}
    {[22, 48, 74].map((y) => (
      <circle key={y} cx="62" cy={y} r="4" fill={A} />
    ))}
    {[30, 66].map((y) => (
      <circle key={y} cx="158" cy={y} r="3.2" fill="var(--color-paper)" stroke={B} strokeWidth="2" />
    ))}
  </>
);

const annotate = (
  <>
    <rect x="62" y="37" width="72" height="10" fill="var(--color-wash)" stroke={CONTROL} strokeWidth="0.75" />
    <path
      d="M24 18H128M24 30H120M24 42H134M24 54H124M24 66H130M24 78H82"
      stroke={CONTROL}
      strokeWidth="1.5"
    />
    <path d="M62 42H134" stroke={INK} strokeWidth="1.5" />
    <path d="M134 42H150" stroke={INK} strokeDasharray="1.5 2.5" />
    <path d="M152 26H198V58H166L158 66V58H152Z" fill={RAISED} stroke={INK} strokeLinejoin="round" />
    <path d="M160 37H190M160 46H182" stroke={CONTROL} strokeWidth="1.5" />
  </>
);

const vote = (
  <>
    {[
      { x: 24, isOwn: true },
      { x: 82, isOwn: false },
      { x: 140, isOwn: false },
    ].map(({ x, isOwn }) => (
      <rect
        key={x}
        x={x}
        y="18"
        width="52"
        height="22"
        rx="3"
        fill={isOwn ? INK : RAISED}
        stroke={isOwn ? INK : CONTROL}
      />
    ))}
    <path d="M43 29l4.5 4.5L57 24" stroke="var(--color-on-ink)" strokeWidth="1.75" />
    <path d="M103.5 24.5l9 9M112.5 24.5l-9 9M160 29h12" stroke={INK} strokeWidth="1.5" />
    {[0, 1, 2, 3, 4].map((weight) => (
      <g key={weight}>
        <rect
          x={24 + weight * 22}
          y="58"
          width="22"
          height="22"
          fill={weight === 3 ? INK : RAISED}
          stroke={CONTROL}
        />
        <text
          x={35 + weight * 22}
          y="73"
          textAnchor="middle"
          fontFamily="var(--font-sans)"
          fontSize="12"
          fill={weight === 3 ? 'var(--color-on-ink)' : 'var(--color-muted)'}
        >
          {weight}
        </text>
      </g>
    ))}
    <path d="M142 69H192" stroke={A} strokeWidth="1.5" />
    <path d="M198 69l-7 -3.6v7.2Z" fill={A} />
  </>
);

function Stance() {
  const t = useTranslations('landing');
  return (
    <>
      {[1, 2, 3, 4, 5, 6, 7].map((band) => (
        <rect key={band} x={band * 25 - 1} y="44" width="23" height="10" fill={`var(--color-div-${band})`} />
      ))}
      <circle cx="85" cy="49" r="9" stroke={INK} strokeWidth="1.5" fill="none" />
      <circle cx="85" cy="49" r="4.5" fill={INK} />
      <path d="M85 32V22" stroke={INK} />
      <g fontFamily="var(--font-sans)" fontSize="12" fill="var(--color-muted)">
        <text x="24" y="74">
          {t('ways.stance.for')}
        </text>
        <text x="197" y="74" textAnchor="end">
          {t('ways.stance.against')}
        </text>
        <text x="85" y="16" textAnchor="middle" fill={INK}>
          {t('ways.stance.you')}
        </text>
      </g>
    </>
  );
}

const WAYS = [
  { key: 'read', picture: read },
  { key: 'argument', picture: argument },
  { key: 'annotate', picture: annotate },
  { key: 'vote', picture: vote },
  { key: 'stance', picture: <Stance /> },
] as const;

/** What one can do with a debate, in the order in which it makes sense. */
export function FiveWays() {
  const t = useTranslations('landing');
  return (
    <section aria-labelledby="five-ways" className="pt-8 pb-5 sm:pt-12 sm:pb-14">
      <h2
        id="five-ways"
        className="mb-3 font-serif text-[1.5rem] leading-[1.875rem] font-strong text-balance sm:mb-6 sm:text-title"
      >
        {t('ways.title')}
      </h2>
      <ol className="sm:grid sm:grid-cols-3 sm:gap-8 lg:grid-cols-5">
        {WAYS.map(({ key, picture }) => (
          <li
            key={key}
            className="max-sm:grid max-sm:grid-cols-[7.5rem_1fr] max-sm:items-center max-sm:gap-x-4 max-sm:border-t max-sm:border-hairline max-sm:py-3"
          >
            <Drawing>{picture}</Drawing>
            <h3 className="font-serif text-body leading-6 font-strong max-sm:self-end">
              {t(`ways.${key}.title`)}
            </h3>
            <p className="mt-1 leading-[1.3125rem] text-muted text-pretty max-sm:mt-px max-sm:self-start">
              {t(`ways.${key}.text`)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
