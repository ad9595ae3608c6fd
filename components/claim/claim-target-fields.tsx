'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { controlStyle } from '@/components/ui/field';
import type { DebateView } from '@/lib/domain/debate/view';
import { ChoiceRow } from './choice-row';
import { ClaimCode } from './claim-code';
import { type ClaimDraft, type ClaimIntent, linesToUndercut } from './claim-form-state';
import { relationRows } from './claim-relations';
import { RelationLineSample } from './relation-line-sample';

const KIND_OF = { support: 'supports', object: 'attacks', undercut: 'undercuts' } as const;

/** What the new claim answers and how: told, or asked when the person starts from the text. */
export function ClaimTargetFields({
  debate,
  form,
  canChoose,
  onRetarget,
  onLine,
}: {
  debate: DebateView;
  form: ClaimDraft;
  canChoose: boolean;
  onRetarget: (part: Pick<ClaimDraft, 'intent' | 'targetId'>) => void;
  onLine: (lineId: string) => void;
}) {
  const t = useTranslations('contribute.claimForm');
  const selectId = useId();
  const claim = debate.claims.find(({ id }) => id === form.targetId);
  const lines = linesToUndercut(debate, form.targetId);
  const intents: ClaimIntent[] = lines.length > 0 ? ['support', 'object', 'undercut'] : ['support', 'object'];
  return (
    <div className="grid gap-4">
      {canChoose ? (
        <>
          <div className="grid gap-1.5">
            <label htmlFor={selectId} className="font-strong">
              {t('answers')}
            </label>
            <select
              id={selectId}
              value={form.targetId}
              onChange={(event) => {
                const targetId = event.target.value;
                const canUndercut = linesToUndercut(debate, targetId).length > 0;
                onRetarget({
                  targetId,
                  intent: form.intent === 'undercut' && !canUndercut ? 'object' : form.intent,
                });
              }}
              className={`${controlStyle} h-12`}
            >
              <option value={debate.motion.id}>{t('theMotion', { text: debate.motion.text })}</option>
              {debate.claims
                .filter(({ status }) => status === 'published')
                .map(({ id, code, text }) => (
                  <option key={id} value={id}>
                    {`${code} ${text}`}
                  </option>
                ))}
            </select>
          </div>
          <ChoiceRow
            legend={t('how')}
            options={intents.map((value) => ({ value, label: t(`intent.${value}`) }))}
            value={form.intent}
            onChange={(intent) => onRetarget({ intent, targetId: form.targetId })}
          />
        </>
      ) : (
        <p className="flex flex-wrap items-baseline gap-x-2 border-s-2 border-hairline ps-3">
          <span className="inline-flex items-center gap-1.5 text-caption whitespace-nowrap text-muted">
            <RelationLineSample kind={KIND_OF[form.intent]} />
            {t(`intent.${form.intent}`)}
          </span>
          <span lang={debate.language} dir="auto" className="font-serif text-ui">
            {claim ? (
              <>
                <ClaimCode code={claim.code} side={claim.side} /> {claim.text}
              </>
            ) : (
              debate.motion.text
            )}
          </span>
        </p>
      )}
      {form.intent === 'undercut' ? (
        <>
          <p className="text-caption text-muted text-pretty">{t('undercutMeaning')}</p>
          <LineChoice debate={debate} form={form} onLine={onLine} />
        </>
      ) : null}
    </div>
  );
}

function LineChoice({
  debate,
  form,
  onLine,
}: {
  debate: DebateView;
  form: ClaimDraft;
  onLine: (lineId: string) => void;
}) {
  const t = useTranslations('contribute.claimForm');
  const relationWords = useTranslations('contribute.relation');
  const ids = new Set(linesToUndercut(debate, form.targetId).map(({ id }) => id));
  const options = relationRows(debate, form.targetId)
    .filter(({ relation }) => ids.has(relation.id))
    .map(({ relation, how, other, line }) => {
      const to = line?.to ?? relationWords('theMotion');
      const words = relationWords(how, { from: line?.from ?? '', to });
      const end = other.type === 'claim' ? other.claim.code : relationWords('theMotion');
      return { value: relation.id, label: how === 'undercutsLine' ? words : `${words} ${end}` };
    });
  const [only, ...others] = options;
  if (only && others.length === 0) {
    const code = debate.claims.find(({ id }) => id === form.targetId)?.code ?? '';
    return <p className="text-caption">{t('line', { code, words: only.label })}</p>;
  }
  return <ChoiceRow legend={t('whichLine')} options={options} value={form.lineId} onChange={onLine} />;
}
