'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useContributionActions, useMapEdits } from '@/lib/client/contributions';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { EditForm, useSending } from './edit-form';
import { linkableLines, linkChoices } from './edit-rights';
import { LineChecks, LineChoice } from './line-choice';

/** Links reasons that bear on their claim only together. */
export function LinkDialog({
  debate,
  claim,
  lineId: given = null,
  onClose,
}: {
  debate: DebateView;
  claim: ClaimView;
  /** The line to link, when it is known already. */
  lineId?: string | null;
  onClose: () => void;
}) {
  const t = useTranslations('edit.link');
  const { announce } = useContributionActions();
  const { linkPremises } = useMapEdits();
  const lines = linkableLines(debate, claim);
  const [lineId, setLineId] = useState(given ?? lines[0]?.id ?? null);
  const line = lines.find(({ id }) => id === lineId) ?? null;
  const choices = line ? linkChoices(debate, line) : [];
  const [chosen, setChosen] = useState<string[]>([]);
  const [isTried, setIsTried] = useState(false);
  const { send, ...sending } = useSending();
  const fields = useRef<HTMLDivElement>(null);
  const focusFirst = () => fields.current?.querySelector('input')?.focus();
  useEffect(focusFirst, []);

  const handleSend = async () => {
    setIsTried(true);
    const others = choices.filter(({ id }) => chosen.includes(id));
    if (line === null || others.length === 0) return focusFirst();
    const sent = await send(() => linkPremises({ relationIds: [line.id, ...others.map(({ id }) => id)] }));
    if (sent.type !== 'sent') return;
    const codes = others.map((one) => debate.claims.find(({ id }) => id === one.fromClaimId)?.code ?? '?');
    announce(t('done', { code: claim.code, codes: codes.join(', ') }));
    onClose();
  };

  return (
    <EditForm
      {...sending}
      title={t('title', { code: claim.code })}
      send={t('send')}
      onSend={() => void handleSend()}
      onClose={onClose}
    >
      <p className="text-caption text-muted text-pretty">{t('meaning')}</p>
      <div ref={fields} className="grid gap-5">
        {lines.length > 1 && given === null ? (
          <LineChoice
            debate={debate}
            legend={t('which')}
            lines={lines}
            value={lineId}
            onChange={(id) => {
              setLineId(id);
              setChosen([]);
            }}
          />
        ) : null}
        <LineChecks
          debate={debate}
          legend={t('with')}
          lines={choices}
          value={chosen}
          onChange={setChosen}
          error={isTried && chosen.length === 0 ? t('missing') : null}
          hasTexts
        />
      </div>
    </EditForm>
  );
}
