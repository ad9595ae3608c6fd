'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/field';
import type { SendOutcome } from '@/lib/client/contribution-types';
import { useContributionActions } from '@/lib/client/contributions';
import { useDraft } from '@/lib/client/drafts';
import type { AnnotationTargetInput } from '@/lib/domain/annotation/schema';
import type { AnnotationView } from '@/lib/domain/annotation/view';
import type { AnnotationKind, ReviewMark, Visibility } from '@/lib/domain/debate/view';
import { LIMITS } from '@/lib/domain/text/limits';
import { ChoiceRow } from '../claim/choice-row';
import { SendProblem } from '../claim/send-problem';
import { SignInPrompt } from '../claim/sign-in-prompt';
import { MarkChoice } from './mark-choice';
import { NoteConflict } from './note-conflict';

const KINDS = ['comment', 'question', 'evidence', 'concern'] as const satisfies readonly AnnotationKind[];
const VISIBILITIES = ['room', 'private'] as const satisfies readonly Visibility[];

interface NoteDraft {
  body: string;
  kind: AnnotationKind;
  visibility: Visibility;
  /** What it asks for; drafts of earlier days have none. */
  mark?: ReviewMark | null;
}

const EMPTY: NoteDraft = { body: '', kind: 'comment', visibility: 'room', mark: null };

export type AnnotationFormProps = {
  /** Called when the note was sent, is kept to be sent, or is no longer wanted. */
  onClose: () => void;
  /** Takes the focus when it appears; on by default, for it appears when somebody asked for it. */
  hasAutoFocus?: boolean;
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

/** Writes a note, a reply or a change to an own note. Typed text is kept on this device until it is sent. */
export function AnnotationForm({ onClose, hasAutoFocus = true, ...rest }: AnnotationFormProps) {
  const { target, edit, initialKind } = rest;
  const t = useTranslations('contribute.noteForm');
  const { annotate, editAnnotation, announce } = useContributionActions();
  const [empty] = useState<NoteDraft>(() =>
    edit
      ? { body: edit.body, kind: edit.kind, visibility: edit.visibility }
      : { ...EMPTY, kind: initialKind ?? EMPTY.kind },
  );
  const draft = useDraft<NoteDraft>(target ? draftKeyOf(target) : `note:edit:${edit?.id}`, empty);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [fieldError, setFieldError] = useState<string | null>(null);
  const [conflict, setConflict] = useState<AnnotationView | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const { body, kind, visibility } = draft.value;
  // A mark is for the room: a private note asks nobody for anything.
  const mark = target?.type === 'claim' && visibility === 'room' ? (draft.value.mark ?? null) : null;
  const isReply = target?.type === 'annotation';

  useEffect(() => {
    if (hasAutoFocus) area.current?.focus();
  }, [hasAutoFocus]);

  const send = async (revision = edit?.revision) => {
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
    const outcome: SendOutcome<{ annotation: AnnotationView }> =
      edit && revision !== undefined
        ? await editAnnotation(edit, { body: text, kind, visibility, revision })
        : await annotate({
            target: target ?? { type: 'annotation', annotationId: '' },
            kind,
            visibility,
            body: text,
            ...(mark === null ? {} : { mark }),
          });
    setIsSending(false);
    take(outcome);
  };

  const take = (outcome: SendOutcome<{ annotation: AnnotationView }>) => {
    // A change to a note is not queued: its words wait in the draft.
    if (outcome.status === 'sign-in' && edit) return;
    if (outcome.status === 'failed') {
      const current = (outcome.current as { annotation?: AnnotationView } | null)?.annotation;
      if (outcome.code === 'out-of-date' && current) setConflict(current);
      else setProblem(outcome.message || t('unreachable'));
      return;
    }
    draft.clear();
    announce(t(outcome.status === 'sent' ? 'sent' : 'waiting'));
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
          draft.clear();
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
      <TextArea
        ref={area}
        label={edit ? t('labelEdit') : isReply ? t('labelReply') : t('label')}
        hint={t('hint')}
        error={fieldError}
        value={body}
        rows={3}
        onChange={(event) => draft.set({ ...draft.value, body: event.target.value })}
        className="font-serif"
      />
      {draft.isRestored && !edit ? <p className="text-caption text-muted">{t('restored')}</p> : null}
      {isReply ? null : (
        <ChoiceRow
          legend={t('kind')}
          options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={kind}
          onChange={(value) => draft.set({ ...draft.value, kind: value })}
        />
      )}
      {isReply ? null : (
        <ChoiceRow
          legend={t('visibility')}
          options={VISIBILITIES.map((value) => ({ value, label: t(`visibilities.${value}`) }))}
          value={visibility}
          onChange={(value) => draft.set({ ...draft.value, visibility: value })}
        />
      )}
      {target?.type === 'claim' && visibility === 'room' ? (
        <MarkChoice value={mark} onChange={(value) => draft.set({ ...draft.value, mark: value })} />
      ) : null}
      <SendProblem message={problem} />
      {rest.isSignedIn === false ? <SignInPrompt /> : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" size="small" isPending={isSending}>
          {edit ? t('save') : t('send')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          onClick={() => {
            if (edit || body.trim() === '') draft.clear();
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
              draft.clear();
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
