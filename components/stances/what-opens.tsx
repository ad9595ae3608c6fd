import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { SectionName } from './sections';

/** Outlines of the pictures to come: the same for every room, and made of nothing. */
const OUTLINES: Record<Exclude<SectionName, 'stance' | 'again'>, string> = {
  moves:
    'M6 2C6 18 18 18 18 34M18 2C18 18 6 18 6 34M32 2C32 18 28 18 28 34M44 2C44 18 56 18 56 34M56 2C56 18 44 18 44 34',
  map: 'M4 10L14 2L24 8L22 24L8 26ZM34 4L54 10L48 30L36 24ZM28 34V33',
  groups:
    'M2 18a8 8 0 1 0 16 0a8 8 0 1 0 -16 0M22 18a8 8 0 1 0 16 0a8 8 0 1 0 -16 0M42 18a8 8 0 1 0 16 0a8 8 0 1 0 -16 0',
  common: 'M10 6H30M6 18H30M14 30H30',
  cruxes: 'M8 6H30M30 18H54M12 30H30',
  bridges: 'M2 18a8 8 0 1 0 16 0a8 8 0 1 0 -16 0M42 18a8 8 0 1 0 16 0a8 8 0 1 0 -16 0M18 18Q30 8 42 18',
  check: 'M2 28H58M20 8l7 7l-7 7l-7 -7zM36 15a6 6 0 1 0 12 0a6 6 0 1 0 -12 0',
};
const OPENING = ['moves', 'map', 'groups', 'common', 'cruxes', 'bridges'] as const;

/** What the page will answer: questions without anything that they could be answered with. */
export function WhatOpens({
  hasCheck,
  rounds,
}: {
  hasCheck: boolean;
  /** How often the plan asks where one stands: asked once, nobody moves. */
  rounds: 1 | 2;
}) {
  const t = useTranslations('stances.opening');
  const inOpinions = useTranslations('opinions');
  const inFlow = useTranslations('stances.flow');
  const inCheck = useTranslations('strength.own');
  const question = (name: (typeof OPENING)[number]) =>
    name === 'moves' ? inFlow('question') : inOpinions(`${name}.question`);
  const rows = [
    ...OPENING.filter((name) => rounds === 2 || name !== 'moves').map((name) => ({
      name,
      question: question(name),
      when: t('reveal'),
    })),
    ...(hasCheck
      ? [{ name: 'check' as const, question: inCheck('title'), when: t(rounds === 2 ? 'second' : 'reveal') }]
      : []),
  ];
  return (
    <section aria-labelledby="opening" className="grid gap-3">
      <h2 id="opening" className="text-heading font-strong">
        {t('title')}
      </h2>
      <p className="text-ui text-muted text-pretty">{t('lead')}</p>
      <ul className="opening">
        {rows.map(({ name, question: asked, when }) => (
          <li key={name}>
            <svg width="60" height="36" aria-hidden="true">
              <path d={OUTLINES[name]} fill="none" stroke="var(--color-control)" strokeWidth="1.5" />
            </svg>
            <span className="text-ui font-strong text-pretty">{asked}</span>
            <span className="text-ui text-muted text-pretty">
              {t(`about.${name === 'check' && rounds === 1 ? 'checkOnce' : name}`)}
            </span>
            <span className="flex items-center gap-1.5 text-caption text-muted">
              <Lock aria-hidden="true" className="size-4 flex-none" strokeWidth={1.75} />
              {when}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
