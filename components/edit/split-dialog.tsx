'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { claimTextProblem } from '@/components/claim/claim-form-state';
import { DraftLine } from '@/components/draft/draft-line';
import { Button } from '@/components/ui/button';
import { useContributionActions, useMapEdits } from '@/lib/client/contributions';
import { useDraft } from '@/lib/client/drafts';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { EditForm, useSending } from './edit-form';
import { focusWhatStands } from './focus-what-stands';
import { SplitPartFields } from './split-part-fields';
import {
  FEWEST_PARTS,
  firstParts,
  linesAtClaim,
  linesLeft,
  MOST_PARTS,
  newPart,
  type SplitPart,
  splitBody,
} from './split-state';
import { useLineWords } from './use-line-words';

/** Splits a claim that says several things into claims that say one each, each with the lines that it keeps. */
export function SplitDialog({
  debate,
  claim,
  onClose,
  onSelect,
}: {
  debate: DebateView;
  claim: ClaimView;
  onClose: () => void;
  onSelect: (code: string) => void;
}) {
  const t = useTranslations('edit.split');
  const form = useTranslations('contribute.claimForm');
  const router = useRouter();
  const { announce } = useContributionActions();
  const { splitClaim } = useMapEdits();
  const words = useLineWords(debate);
  const [base, setBase] = useState(claim.revision);
  const [empty] = useState(() => firstParts(debate, claim));
  const draft = useDraft<SplitPart[]>(`split:${claim.id}`, empty, claim.revision);
  const parts = draft.value;
  const [isTried, setIsTried] = useState(false);
  const [conflict, setConflict] = useState<string | null>(null);
  const { send, ...sending } = useSending();
  const fields = useRef<HTMLDivElement>(null);
  const focusText = (at: number) => fields.current?.querySelectorAll('textarea')[at]?.focus();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form opens
  useEffect(() => focusText(0), []);
  const lines = linesAtClaim(debate, claim.id);
  const left = linesLeft(lines, parts);

  const errorOf = ({ text }: SplitPart): string | null => {
    const wrong = isTried ? claimTextProblem(text) : null;
    if (wrong === null) return null;
    return wrong.type === 'empty' ? form('empty') : form('tooLong', { count: wrong.count });
  };

  const handleSend = async () => {
    setIsTried(true);
    const wrong = parts.findIndex(({ text }) => claimTextProblem(text) !== null);
    if (wrong >= 0) return focusText(wrong);
    const sent = await send(() => splitClaim(claim, splitBody(claim, lines, parts, base)));
    if (sent.type === 'conflict') {
      const { claim: newer } = sent.current as { claim?: ClaimView };
      if (!newer) return;
      setBase(newer.revision);
      setConflict(t('conflict', { text: newer.text }));
    } else if (sent.type === 'sent') {
      void draft.clear();
      const codes = sent.value.claims.map(({ code }) => code);
      announce(t('done', { code: claim.code, codes: codes.join(', ') }));
      if (codes[0]) onSelect(codes[0]);
      onClose();
      focusWhatStands();
      router.refresh();
    }
  };

  const add = () => {
    const key = Math.max(...parts.map((part) => part.key)) + 1;
    draft.set([...parts, newPart(debate, claim, key)]);
    requestAnimationFrame(() => focusText(parts.length));
  };
  const remove = (at: number) => {
    draft.set(parts.filter((_part, index) => index !== at));
    requestAnimationFrame(() => focusText(Math.max(0, at - 1)));
  };

  return (
    <EditForm
      {...sending}
      title={t('title', { code: claim.code })}
      send={t('send')}
      conflict={conflict}
      onSend={() => void handleSend()}
      onClose={onClose}
    >
      <p className="text-caption text-muted text-pretty">{t('meaning', { code: claim.code })}</p>
      <DraftLine draft={draft} />
      <div ref={fields} className="grid gap-5">
        {parts.map((part, at) => (
          <SplitPartFields
            key={part.key}
            debate={debate}
            claim={claim}
            lines={lines}
            number={at + 1}
            part={part}
            error={errorOf(part)}
            onChange={(next) => draft.set(parts.map((one) => (one.key === part.key ? next : one)))}
            onRemove={parts.length > FEWEST_PARTS ? () => remove(at) : null}
          />
        ))}
      </div>
      {parts.length < MOST_PARTS ? (
        <Button size="small" className="justify-self-start" onClick={add}>
          <Plus aria-hidden="true" strokeWidth={1.75} className="size-3.5" />
          {t('add')}
        </Button>
      ) : null}
      <p aria-live="polite" className="text-ui empty:hidden">
        {left.length > 0 ? t('left', { lines: left.map(words).join('; ') }) : null}
      </p>
    </EditForm>
  );
}
