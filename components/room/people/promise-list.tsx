import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** Drawn on a grid of 16 with one line weight, as the other icons are. */
const SIGNS: Record<'mail' | 'hidden' | 'erase', ReactNode> = {
  mail: (
    <path d="M14 8V4.2a1 1 0 0 0-1-1H3a1 1 0 0 0-1 1v7.6a1 1 0 0 0 1 1h5M2.2 4.4 8 8.6l5.8-4.2M10.8 10.8l3.4 3.4m0-3.4-3.4 3.4" />
  ),
  hidden: (
    <path d="M2.5 2.5l11 11M6.4 3.9A6.6 6.6 0 0 1 8 3.7c3 0 5.3 2 6.3 4.3a7.6 7.6 0 0 1-1.8 2.5M4.2 5A8 8 0 0 0 1.7 8c1 2.3 3.3 4.3 6.3 4.3a6.4 6.4 0 0 0 3.2-.9M6.7 6.7a1.9 1.9 0 0 0 2.6 2.6" />
  ),
  erase: <path d="M2.8 4.4h10.4M6 4.4V2.7h4v1.7M4.2 4.4l.6 8.9h6.4l.6-8.9M6.8 7v3.8M9.2 7v3.8" />,
};

function Promised({ sign, children }: { sign: keyof typeof SIGNS; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <svg
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.25"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        className="mt-0.5 size-5 flex-none text-muted"
      >
        {SIGNS[sign]}
      </svg>
      <span className="text-pretty">{children}</span>
    </li>
  );
}

/** What a person is promised before they come in: told of this room, as it is set. */
export function PromiseList({
  showsCountsEarly,
  hasAccount,
}: {
  showsCountsEarly: boolean;
  hasAccount: boolean;
}) {
  const t = useTranslations('joining.promises');
  return (
    <ul className="grid gap-2.5">
      <Promised sign="mail">{hasAccount ? t('account') : t('noAccount')}</Promised>
      <Promised sign="hidden">{showsCountsEarly ? t('countsEarly') : t('hidden')}</Promised>
      <Promised sign="erase">{t('erase')}</Promised>
    </ul>
  );
}
