'use client';

import { useTranslations } from 'next-intl';
import { TextField } from '@/components/ui/field';
import { MOST_ASKED, QUOTA_KINDS, type QuotaKind } from '@/lib/domain/room/quotas';
import type { RoomQuotas } from '@/lib/domain/room/view';

/** Quotas as they are typed: an empty field asks for nothing. */
export type TypedQuotas = Readonly<Record<QuotaKind, string>>;

export const typedQuotas = (quotas: RoomQuotas): TypedQuotas => ({
  votes: quotas.votes?.toString() ?? '',
  annotations: quotas.annotations?.toString() ?? '',
  claims: quotas.claims?.toString() ?? '',
  replies: quotas.replies?.toString() ?? '',
  passages: quotas.passages?.toString() ?? '',
});

const isFine = (text: string): boolean =>
  text.trim() === '' || (/^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= MOST_ASKED);

/** The quotas that were typed, or the kinds that are no whole number in range. */
export function quotasIn(
  typed: TypedQuotas,
): { ok: true; quotas: RoomQuotas } | { ok: false; wrong: QuotaKind[] } {
  const wrong = QUOTA_KINDS.filter((kind) => !isFine(typed[kind]));
  if (wrong.length > 0) return { ok: false, wrong };
  const asked = QUOTA_KINDS.filter((kind) => typed[kind].trim() !== '');
  return { ok: true, quotas: Object.fromEntries(asked.map((kind) => [kind, Number(typed[kind])])) };
}

/** What the room asks of each participant, one number a kind. */
export function QuotaFields({
  typed,
  wrong,
  onChange,
}: {
  typed: TypedQuotas;
  wrong: readonly QuotaKind[];
  onChange: (typed: TypedQuotas) => void;
}) {
  const t = useTranslations('rooms');
  return (
    <fieldset className="grid gap-2 border-b border-hairline py-3">
      <legend className="float-start font-strong">{t('options.quotas')}</legend>
      <p className="clear-both text-ui text-muted text-pretty">{t('options.quotasAbout')}</p>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-5">
        {QUOTA_KINDS.map((kind) => (
          <TextField
            key={kind}
            name={`quotas.${kind}`}
            label={t(`options.quota.${kind}`)}
            inputMode="numeric"
            autoComplete="off"
            maxLength={3}
            value={typed[kind]}
            onChange={({ target }) => onChange({ ...typed, [kind]: target.value })}
            error={wrong.includes(kind) ? t('fault.number', { most: MOST_ASKED }) : null}
          />
        ))}
      </div>
    </fieldset>
  );
}
