'use client';

import {
  Check,
  Ellipsis,
  Eye,
  EyeOff,
  Flag,
  Link2,
  Lock,
  LockOpen,
  Pencil,
  Reply,
  RotateCcw,
  ThumbsUp,
  Trash2,
} from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type Ref, useState } from 'react';
import { Button } from '@/components/ui/button';
import { latePart } from '@/components/ui/late-part';
import { Menu, type MenuItem } from '@/components/ui/menu';
import type { SendOutcome } from '@/lib/client/contribution-types';
import { useContributionActions, useNoteActs } from '@/lib/client/contributions';
import type { AnnotationView } from '@/lib/domain/annotation/view';
import { SendProblem } from '../claim/send-problem';
import { useAuthorName } from './note-author';
import { noteAddress } from './note-link';

const HideDialog = dynamic(
  latePart(() => import('./hide-dialog').then((module) => module.HideDialog)),
  { ssr: false },
);
const ReportDialog = dynamic(
  latePart(() => import('./report-dialog').then((module) => module.ReportDialog)),
  { ssr: false },
);

const ICON = { 'aria-hidden': true, strokeWidth: 1.75, className: 'size-4 flex-none text-muted' } as const;

/** What a reader may do with a note: the frequent in a row, the rest behind a menu. */
export function NoteActions({
  note,
  opener,
  onReply,
  onEdit,
}: {
  note: AnnotationView;
  /** The button to which the focus returns when the form closes. */
  opener: Ref<HTMLButtonElement>;
  onReply: (() => void) | null;
  onEdit: (() => void) | null;
}) {
  const t = useTranslations('contribute.note');
  const inMark = useTranslations('contribute.mark');
  const author = useAuthorName()(note);
  const { removeAnnotation, resolveAnnotation, announce } = useContributionActions();
  const { moderate, lock } = useNoteActs();
  const [step, setStep] = useState<'none' | 'remove' | 'hide' | 'report'>('none');
  const [isRemoving, setIsRemoving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const say = (outcome: SendOutcome<unknown>, done: string) => {
    if (outcome.status === 'sent') announce(done);
    setProblem(outcome.status === 'failed' ? outcome.message || t('unreachable') : null);
  };
  const resolve = async () =>
    say(
      await resolveAnnotation(note, !note.isResolved),
      inMark(note.isResolved ? 'saidOpen' : 'saidResolved'),
    );
  const publish = async () =>
    say(
      await moderate(note, { status: 'published' }),
      t(note.status === 'waiting' ? 'said.approved' : 'said.restored'),
    );
  const closeOrOpen = async () =>
    say(await lock(note, !note.isLocked), t(note.isLocked ? 'said.unlocked' : 'said.locked'));
  const remove = async () => {
    setIsRemoving(true);
    const outcome = await removeAnnotation(note);
    setIsRemoving(false);
    setStep('none');
    say(outcome, t('removedNow'));
  };
  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(noteAddress(note.id, window.location));
      announce(t('said.copied'));
    } catch {
      setProblem(t('notCopied', { address: noteAddress(note.id, window.location) }));
    }
  };

  if (step === 'remove') {
    return (
      <fieldset aria-label={t('removeQuestion')} className="col-start-2 flex flex-wrap items-center gap-2">
        <span className="text-caption">{t('removeQuestion')}</span>
        <Button size="small" variant="danger" autoFocus isPending={isRemoving} onClick={() => void remove()}>
          {t('remove')}
        </Button>
        <Button size="small" variant="quiet" onClick={() => setStep('none')}>
          {t('keep')}
        </Button>
      </fieldset>
    );
  }
  const items: MenuItem[] = [
    { label: t('copyLink'), icon: <Link2 {...ICON} />, onSelect: () => void copyLink() },
  ];
  if (note.canReact)
    items.push({
      label: t(note.hasReported ? 'reported' : 'report'),
      icon: <Flag {...ICON} />,
      isDisabled: note.hasReported,
      onSelect: () => setStep('report'),
    });
  if (note.canModerate && note.status !== 'published')
    items.push({
      label: t(note.status === 'waiting' ? 'approve' : 'restore'),
      icon: <Eye {...ICON} />,
      onSelect: () => void publish(),
    });
  if (note.canModerate && note.status !== 'hidden')
    items.push({ label: t('hide'), icon: <EyeOff {...ICON} />, onSelect: () => setStep('hide') });
  if (note.canModerate && note.parentId === null)
    items.push({
      label: t(note.isLocked ? 'unlock' : 'lock'),
      icon: note.isLocked ? <LockOpen {...ICON} /> : <Lock {...ICON} />,
      onSelect: () => void closeOrOpen(),
    });
  if (note.canRemove)
    items.push({ label: t('remove'), icon: <Trash2 {...ICON} />, onSelect: () => setStep('remove') });

  return (
    <div className="col-start-2">
      <div className="-ms-1.5 flex flex-wrap items-center gap-x-0.5">
        {onReply ? (
          <NoteAction
            ref={onEdit ? undefined : opener}
            icon={Reply}
            label={t('reply')}
            name={t('replyTo', { author })}
            onPress={onReply}
          />
        ) : null}
        <HelpfulButton note={note} onProblem={setProblem} />
        {onEdit ? (
          <NoteAction ref={opener} icon={Pencil} label={t('edit')} name={t('editOwn')} onPress={onEdit} />
        ) : null}
        {note.mark !== null && note.canResolve ? (
          <NoteAction
            icon={note.isResolved ? RotateCcw : Check}
            label={inMark(note.isResolved ? 'reopen' : 'resolve')}
            name={inMark(note.isResolved ? 'reopenOf' : 'resolveOf', { author })}
            onPress={() => void resolve()}
          />
        ) : null}
        <Menu
          label={t('more', { author })}
          items={items}
          buttonClassName="inline-grid size-6 place-items-center rounded text-muted hover:bg-wash hover:text-ink pointer-coarse:size-11"
        >
          <Ellipsis aria-hidden="true" strokeWidth={1.75} className="size-4" />
        </Menu>
      </div>
      <SendProblem message={problem} />
      {step === 'hide' ? <HideDialog note={note} onClose={() => setStep('none')} /> : null}
      {step === 'report' ? <ReportDialog note={note} onClose={() => setStep('none')} /> : null}
    </div>
  );
}

/** The one reaction: it helped me. For one's own notes, and for visitors, only the count. */
function HelpfulButton({
  note,
  onProblem,
}: {
  note: AnnotationView;
  onProblem: (message: string | null) => void;
}) {
  const t = useTranslations('contribute.note');
  const { announce } = useContributionActions();
  const { setHelpful } = useNoteActs();
  if (!note.canReact) {
    return note.helpfulCount === 0 ? null : (
      <span className="inline-flex items-center gap-1 px-1.5 text-caption text-muted">
        <ThumbsUp aria-hidden="true" strokeWidth={1.75} className="size-3" />
        {t('helpfulTo', { count: note.helpfulCount })}
      </span>
    );
  }
  const press = async () => {
    const isHelpful = !note.isHelpfulToMe;
    const outcome = await setHelpful(note, isHelpful);
    if (outcome.status === 'sent') announce(t(isHelpful ? 'said.helpful' : 'said.notHelpful'));
    onProblem(outcome.status === 'failed' ? outcome.message || t('unreachable') : null);
  };
  return (
    <button
      type="button"
      aria-pressed={note.isHelpfulToMe}
      onClick={() => void press()}
      className="inline-flex min-h-6 items-center gap-1 rounded px-1.5 text-caption text-muted transition-colors hover:bg-wash hover:text-ink aria-pressed:font-strong aria-pressed:text-ink pointer-coarse:min-h-11"
    >
      <ThumbsUp
        aria-hidden="true"
        strokeWidth={1.75}
        className={`size-3 ${note.isHelpfulToMe ? 'fill-current' : ''}`}
      />
      {t('helpful', { count: note.helpfulCount })}
    </button>
  );
}

function NoteAction({
  icon: Icon,
  label,
  name,
  onPress,
  ref,
}: {
  icon: typeof Reply;
  label: string;
  name: string;
  onPress: () => void;
  ref?: Ref<HTMLButtonElement> | undefined;
}) {
  return (
    <button
      ref={ref}
      type="button"
      aria-label={name}
      onClick={onPress}
      className="inline-flex min-h-6 items-center gap-1 rounded px-1.5 text-caption text-muted transition-colors hover:bg-wash hover:text-ink pointer-coarse:min-h-11"
    >
      <Icon aria-hidden="true" strokeWidth={1.75} className="size-3" />
      {label}
    </button>
  );
}
