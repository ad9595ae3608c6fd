'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { useContributionActions } from '@/lib/client/contributions';
import { useDraft } from '@/lib/client/drafts';
import type { QuestionKey } from '@/lib/domain/argument/schemes';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { DraftLine } from '../draft/draft-line';
import { CitationPicker } from './citation-picker';
import {
  addClaimOf,
  type ChosenCitation,
  type ClaimDraft,
  type ClaimIntent,
  claimTextProblem,
  emptyClaimDraft,
  hasSpeaker,
  linesToUndercut,
  schemeOfLine,
  usualSide,
} from './claim-form-state';
import { ClaimTargetFields } from './claim-target-fields';
import { ClaimTextField } from './claim-text-field';
import { EvidenceChoice } from './evidence-choice';
import { QuestionChoice, SchemeChoice } from './scheme-choice';
import { SendProblem } from './send-problem';
import { SideChoice } from './side-choice';
import { SignInPrompt } from './sign-in-prompt';
import { SimilarClaims } from './similar-claims';
import { useWaitingWords } from './use-waiting-words';

export interface ClaimFormProps {
  debate: DebateView;
  target: ClaimView | null | 'choose';
  intent: ClaimIntent;
  lineId?: string | undefined;
  citation?: ChosenCitation | undefined;
  /** The question that an undercut begins with. */
  questionKey?: QuestionKey | undefined;
  /** A claim of one's own that was turned down, to write it anew. */
  again?: { claim: ClaimView; draft: ClaimDraft } | undefined;
  onClose: () => void;
  onAdded?: ((claim: ClaimView) => void) | undefined;
}

function draftKeyOf({
  debate,
  target,
  intent,
  citation,
  lineId,
  questionKey,
  again,
}: ClaimFormProps): string {
  if (again) return `claim:again:${again.claim.id}`;
  if (citation) return `claim:passage:${citation.sourceVersionId}:${citation.start}-${citation.end}`;
  if (lineId) return `claim:line:${lineId}${questionKey ? `:${questionKey}` : ''}`;
  return `claim:${target === 'choose' || target === null ? debate.motion.id : target.id}:${intent}`;
}

/** What the claim is written against: the claim that it answers, or that it is written anew after. */
const versionOf = ({ target, again }: ClaimFormProps): number | undefined =>
  again?.claim.revision ?? (target === 'choose' ? undefined : target?.revision);

/** Adds a claim under a claim, under the motion, or against a line. Typed text stays on this device until it is sent. */
export function ClaimForm(props: ClaimFormProps) {
  const { debate, target, onClose, onAdded } = props;
  const t = useTranslations('contribute.claimForm');
  const { addClaim, announce } = useContributionActions();
  const [empty] = useState(() => props.again?.draft ?? emptyClaimDraft(debate, target, props.intent, props));
  const draft = useDraft<ClaimDraft>(draftKeyOf(props), empty, versionOf(props));
  const waitingWords = useWaitingWords();
  const [isSending, setIsSending] = useState(false);
  const [textError, setTextError] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const form = draft.value;
  // Without a text there is nothing that could carry the claim.
  const hasText = debate.sources.length > 0;
  useEffect(() => text.current?.focus(), []);

  const change = (part: Partial<ClaimDraft>) => draft.set({ ...form, ...part });
  const retarget = (part: Pick<ClaimDraft, 'intent' | 'targetId'>) =>
    change({
      ...part,
      side: usualSide(debate, part.targetId, part.intent),
      lineId: linesToUndercut(debate, part.targetId)[0]?.id ?? null,
    });

  const send = async () => {
    if (isSending) return;
    const wrong = claimTextProblem(form.text);
    setTextError(
      wrong === null ? null : wrong.type === 'empty' ? t('empty') : t('tooLong', { count: wrong.count }),
    );
    if (wrong) {
      text.current?.focus();
      return;
    }
    const input = addClaimOf(form);
    if (input === null) {
      setProblem(t('noLine'));
      return;
    }
    setProblem(null);
    setIsSending(true);
    const outcome = await addClaim(input, await draft.handOver());
    setIsSending(false);
    if (outcome.status === 'failed') {
      // The words are a draft again.
      draft.set(form);
      if (outcome.field === 'text') setTextError(outcome.message || t('unreachable'));
      else setProblem(outcome.message || t('unreachable'));
      return;
    }
    void draft.clear();
    if (outcome.status === 'sent') {
      const { claim } = outcome.value;
      announce(t(claim.status === 'published' ? 'published' : 'suggested', { code: claim.code }));
      onAdded?.(claim);
    } else announce(waitingWords(outcome, t('waiting')));
    onClose();
  };

  const handleKey = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
  };

  return (
    <form
      noValidate
      className="grid gap-5"
      onKeyDown={handleKey}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ClaimTargetFields
        debate={debate}
        form={form}
        canChoose={target === 'choose'}
        onRetarget={retarget}
        onLine={(lineId) => change({ lineId, questionKey: null })}
      />
      {form.intent === 'undercut' ? (
        <QuestionChoice
          scheme={schemeOfLine(debate, form.lineId)}
          value={form.questionKey ?? null}
          onChange={(value) => change({ questionKey: value })}
        />
      ) : null}
      <ClaimTextField
        ref={text}
        value={form.text}
        isReadOnly={isSending}
        onChange={(value) => change({ text: value })}
        error={textError}
        language={debate.language}
      />
      <SimilarClaims debate={debate} text={form.text} exceptId={props.again?.claim.id} />
      <DraftLine draft={draft} />
      {form.intent === 'undercut' ? null : (
        <SchemeChoice value={form.scheme ?? null} onChange={(scheme) => change({ scheme })} />
      )}
      <SideChoice sides={debate.sides} value={form.side} onChange={(side) => change({ side })} />
      {hasText ? (
        <EvidenceChoice value={form.evidence} onChange={(evidence) => change({ evidence })} />
      ) : null}
      {hasText && hasSpeaker(form.evidence) ? (
        <TextField
          label={t('speaker')}
          note={t('optional')}
          hint={t('speakerHint')}
          value={form.speaker}
          maxLength={320}
          onChange={(event) => change({ speaker: event.target.value })}
        />
      ) : null}
      {hasText ? (
        <CitationPicker
          debate={debate}
          side={form.side}
          value={form.citation}
          isExpected={form.evidence !== 'beyond'}
          onChange={(citation, isFromArticle) =>
            // A passage of the article and "not in the text" cannot both be meant; the weakest claim on it is.
            change(
              citation && isFromArticle && form.evidence === 'beyond'
                ? { citation, evidence: 'inferred' }
                : { citation },
            )
          }
        />
      ) : null}
      <SendProblem message={problem} />
      {debate.viewer === null ? <SignInPrompt /> : null}
      {debate.viewer?.isMaintainer ? null : <p className="text-caption text-muted">{t('review')}</p>}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" isPending={isSending}>
          {debate.viewer?.isMaintainer ? t('publish') : t('suggest')}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {form.text.trim() === '' ? t('cancel') : t('later')}
        </Button>
        {form.text.trim() === '' ? null : (
          <Button
            variant="quiet"
            onClick={() => {
              void draft.clear();
              onClose();
            }}
          >
            {t('discard')}
          </Button>
        )}
      </div>
    </form>
  );
}
