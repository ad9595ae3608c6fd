'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { SendOutcome } from '@/lib/client/contribution-types';
import { useContributionActions } from '@/lib/client/contributions';
import { useDraft } from '@/lib/client/drafts';
import { audiencesOf, draftAudience } from '@/lib/domain/annotation/audiences';
import type { AnnotationTargetInput } from '@/lib/domain/annotation/schema';
import type { AnnotationView } from '@/lib/domain/annotation/view';
import { isOpenToOthers } from '@/lib/domain/annotation/visibility';
import type { AnnotationKind, ReviewMark, Visibility } from '@/lib/domain/debate/view';
import { LIMITS } from '@/lib/domain/text/limits';
import { ChoiceRow } from '../claim/choice-row';
import { SendProblem } from '../claim/send-problem';
import { SignInPrompt } from '../claim/sign-in-prompt';
import { useWaitingWords } from '../claim/use-waiting-words';
import { DraftLine } from '../draft/draft-line';
import { GoneAudience } from './gone-audience';
import { MarkChoice } from './mark-choice';
import { NoteConflict } from './note-conflict';
import { useNoteRoom } from './note-room';
import { NoteWords } from './note-words';
import { SaveButton } from './save-button';
import { TagField } from './tag-field';
import { useLastAudience } from './use-last-audience';

const KINDS = ['comment', 'question', 'evidence', 'concern'] as const satisfies readonly AnnotationKind[];

interface NoteDraft {
  body: string;
  kind: AnnotationKind;
  /** Null until it is chosen in this form. */
  visibility: Visibility | null;
  /** What it asks for; drafts of earlier days have none. */
  mark?: ReviewMark | null;
  tags?: string[];
}

const EMPTY: NoteDraft = { body: '', kind: 'comment', visibility: null, mark: null, tags: [] };

export type AnnotationFormProps = {
  /** Called when the note was sent, is kept to be sent, or is no longer wanted. */
  onClose: () => void;
  /** Takes the focus when it appears; on by default, for it appears when somebody asked for it. */
  hasAutoFocus?: boolean;
  /** Version of the text that the note speaks of, e.g. a claim's revision; left out where the target names it. */
  version?: number | undefined;
  /** Who reads the note that this one answers: a reply is for no more people than that. Null for a note of its own. */
  answered?: Visibility | null;
} & (
  | {
      target: AnnotationTargetInput;
      isSignedIn: boolean;
      /** Kind to begin with, when the reader already chose one. */
      initialKind?: AnnotationKind;
      edit?: never;
    }
  | { edit: AnnotationView; target?: never; isSignedIn?: never; initialKind?: never }
);

/** One draft per thing that is written about, so that two half-written notes do not overwrite each other. */
function draftKeyOf(target: AnnotationTargetInput): string {
  switch (target.type) {
    case 'claim':
      return `note:claim:${target.claimId}`;
    case 'relation':
      return `note:relation:${target.relationId}`;
    case 'annotation':
      return `note:reply:${target.annotationId}`;
    case 'source':
      return `note:source:${target.sourceId}`;
    case 'passage':
      return `note:passage:${target.sourceVersionId}:${target.start}-${target.end}`;
  }
}

/** What a note has already may stay as it is, also where it would not be offered anew. */
const offeredHere = (offered: readonly Visibility[], kept: Visibility | null): readonly Visibility[] =>
  kept === null || offered.includes(kept) ? offered : [...offered, kept];

/** Writes a note, a reply or a change to an own note. Typed text is kept on this device until it is sent. */
export function AnnotationForm({
  onClose,
  hasAutoFocus = true,
  version,
  answered = null,
  ...rest
}: AnnotationFormProps) {
  const { target, edit, initialKind } = rest;
  const t = useTranslations('contribute.noteForm');
  const waitingWords = useWaitingWords();
  const { annotate, editAnnotation, announce } = useContributionActions();
  const [empty] = useState<NoteDraft>(() =>
    edit
      ? { body: edit.body, kind: edit.kind, visibility: edit.visibility, tags: edit.tags }
      : { ...EMPTY, kind: initialKind ?? EMPTY.kind },
  );
  const draftKey = target ? draftKeyOf(target) : `note:edit:${edit?.id}`;
  // A draft against an older wording is offered, and never put over the newer one.
  const draft = useDraft<NoteDraft>(draftKey, empty, edit?.revision ?? version);
  const [base, setBase] = useState(edit?.revision);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [fieldError, setFieldError] = useState<string | null>(null);
  const [conflict, setConflict] = useState<AnnotationView | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const room = useNoteRoom();
  const [lastAudience, rememberAudience] = useLastAudience(room.id);
  const { body, kind, tags = [] } = draft.value;
  const offered = offeredHere(audiencesOf(room, answered), edit?.visibility ?? null);
  const { audience: visibility, gone } = draftAudience(
    room,
    answered,
    draft.value.visibility,
    lastAudience,
    edit?.visibility,
  );
  // A mark is for others to see: a note for few asks nobody for anything.
  const canAsk = target?.type === 'claim' && isOpenToOthers(visibility);
  const mark = canAsk ? (draft.value.mark ?? null) : null;
  const isReply = target?.type === 'annotation';

  useEffect(() => {
    if (hasAutoFocus) area.current?.focus();
  }, [hasAutoFocus]);

  const send = async (revision = base) => {
    if (isSending) return;
    const text = body.trim();
    if (text === '') {
      setFieldError(t('empty'));
      area.current?.focus();
      return;
    }
    if (text.length > LIMITS.annotationBody) {
      setFieldError(t('tooLong', { count: text.length - LIMITS.annotationBody }));
      area.current?.focus();
      return;
    }
    setFieldError(null);
    setProblem(null);
    setIsSending(true);
    const given = await draft.handOver();
    const outcome: SendOutcome<{ annotation: AnnotationView }> =
      edit && revision !== undefined
        ? await editAnnotation(edit, { body: text, kind, visibility, tags, revision }, given)
        : await annotate(
            {
              target: target ?? { type: 'annotation', annotationId: '' },
              kind,
              visibility,
              body: text,
              ...(tags.length === 0 ? {} : { tags }),
              ...(mark === null ? {} : { mark }),
            },
            given,
          );
    setIsSending(false);
    take(outcome);
  };

  const take = (outcome: SendOutcome<{ annotation: AnnotationView }>) => {
    if (outcome.status === 'failed') {
      // The words are a draft again.
      draft.set(draft.value);
      const current = (outcome.current as { annotation?: AnnotationView } | null)?.annotation;
      if (outcome.code === 'out-of-date' && current) {
        setConflict(current);
        setBase(current.revision);
      } else setProblem(outcome.message || t('unreachable'));
      return;
    }
    void draft.clear();
    announce(outcome.status === 'sent' ? t('sent') : waitingWords(outcome, t('waiting')));
    onClose();
  };

  const handleKey = (event: KeyboardEvent) => {
    // Letters are commands of the map and the outline; here they are letters.
    event.stopPropagation();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
    if (event.key === 'Escape') onClose();
  };

  if (conflict) {
    return (
      <NoteConflict
        mine={body}
        theirs={conflict}
        onKeepMine={() => {
          setConflict(null);
          void send(conflict.revision);
        }}
        onTakeTheirs={() => {
          void draft.clear();
          onClose();
        }}
      />
    );
  }

  return (
    <form
      noValidate
      aria-label={edit ? t('nameEdit') : isReply ? t('nameReply') : t('name')}
      className="grid gap-3 rounded border border-hairline bg-paper p-3"
      onKeyDown={handleKey}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <NoteWords
        ref={area}
        label={edit ? t('labelEdit') : isReply ? t('labelReply') : t('label')}
        hint={t('hint')}
        error={fieldError}
        value={body}
        isReadOnly={isSending}
        onChange={(words) => draft.set({ ...draft.value, body: words })}
      />
      <DraftLine draft={draft} />
      {isReply ? null : (
        <ChoiceRow
          legend={t('kind')}
          options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={kind}
          onChange={(value) => draft.set({ ...draft.value, kind: value })}
        />
      )}
      {isReply ? null : (
        <TagField tags={tags} onChange={(next) => draft.set({ ...draft.value, tags: next })} />
      )}
      {canAsk ? (
        <MarkChoice value={mark} onChange={(value) => draft.set({ ...draft.value, mark: value })} />
      ) : null}
      {room.needsApproval && isOpenToOthers(visibility) ? (
        <p className="text-caption text-muted">{t('needsApproval')}</p>
      ) : null}
      <GoneAudience gone={gone} now={visibility} />
      <SendProblem message={problem} />
      {rest.isSignedIn === false ? <SignInPrompt /> : null}
      <div className="flex flex-wrap items-center gap-2">
        <SaveButton
          audience={visibility}
          offered={offered}
          isPending={isSending}
          onChange={(audience) => {
            draft.set({ ...draft.value, visibility: audience });
            rememberAudience(audience);
          }}
        />
        <Button
          size="small"
          variant="quiet"
          onClick={() => {
            if (edit || body.trim() === '') void draft.clear();
            onClose();
          }}
        >
          {body.trim() === '' || edit ? t('cancel') : t('later')}
        </Button>
        {body.trim() === '' || edit ? null : (
          <Button
            size="small"
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
