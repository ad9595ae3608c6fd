'use client';

import { useTranslations } from 'next-intl';
import type { DebateView, VoteChoice } from '@/lib/domain/debate/view';
import type { VoicesView } from '@/lib/domain/room/groups';
import { differingFirst } from '@/lib/domain/room/own-comparison';

/** Own votes beside those given for a side, for the person alone: what it was like to argue as somebody else. */
export function OwnComparison({ debate, voices }: { debate: DebateView; voices: VoicesView }) {
  const t = useTranslations('pupil.comparison');
  const said = useTranslations('pupil.vote.said');
  const { rows, compared, same } = differingFirst(voices.votes);
  const argued = debate.sides.filter(({ key }) => rows.some((row) => row.voices[key] !== undefined));
  if (argued.length === 0) return null;
  const word = (choice: VoteChoice | null | undefined) => (choice ? said(choice) : t('none'));
  return (
    <section className="grid gap-3">
      <h2 className="text-heading">{t('title')}</h2>
      <p className="text-ui text-pretty">
        {compared === 0 ? t('nothingOwn') : t('same', { same, compared })}
      </p>
      <div className="overflow-x-auto">
        <table className="w-full text-ui">
          <caption className="sr-only">{t('caption')}</caption>
          <thead>
            <tr className="border-b border-ink text-start text-caption">
              <th scope="col" className="py-1.5 pe-3 text-start">
                {t('claim')}
              </th>
              <th scope="col" className="px-2 py-1.5 text-start">
                {t('own')}
              </th>
              {argued.map(({ key, name }) => (
                <th key={key} scope="col" className="px-2 py-1.5 text-start">
                  {t('for', { side: name })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.claimId} className="border-b border-hairline align-top">
                <th
                  scope="row"
                  lang={debate.language}
                  dir="auto"
                  className="py-2 pe-3 text-start font-serif font-regular"
                >
                  {debate.claims.find(({ id }) => id === row.claimId)?.text ?? row.code}
                </th>
                <td className={`px-2 py-2 ${row.differs ? 'font-strong' : ''}`}>{word(row.own)}</td>
                {argued.map(({ key }) => (
                  <td key={key} className="px-2 py-2">
                    {word(row.voices[key])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-caption text-muted">{t('alone')}</p>
    </section>
  );
}
