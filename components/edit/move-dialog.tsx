'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useContributionActions, useMapEdits } from '@/lib/client/contributions';
import type { ClaimView, DebateView, RelationView } from '@/lib/domain/debate/view';
import type { PickerFocus } from './claim-picker';
import { EditForm, useSending } from './edit-form';
import { linkedWith, movableLines } from './edit-rights';
import { LineChoice } from './line-choice';
import { TargetFields } from './target-fields';
import { changeTarget, type TargetDraft, targetBody, targetOf } from './target-state';
import { useLineWords } from './use-line-words';

/** Leads a line of a claim elsewhere, or gives it another kind. */
export function MoveDialog({
  debate,
  claim,
  lineId: given = null,
  onClose,
}: {
  debate: DebateView;
  claim: ClaimView;
  /** The line to move, when it is known already. */
  lineId?: string | null;
  onClose: () => void;
}) {
  const t = useTranslations('edit.move');
  const picker = useTranslations('edit.picker');
  const target = useTranslations('edit.target');
  const { announce } = useContributionActions();
  const { editRelation } = useMapEdits();
  const words = useLineWords(debate);
  // As they stood when the form was opened: what somebody else changes meanwhile must not slip under a choice.
  const [lines, setLines] = useState(() => movableLines(debate, claim));
  const [lineId, setLineId] = useState(given ?? lines[0]?.id ?? null);
  const line = lines.find(({ id }) => id === lineId) ?? null;
  const [draft, setDraft] = useState<TargetDraft>(() => startOf(debate, line));
  const [isTried, setIsTried] = useState(false);
  const [conflict, setConflict] = useState<string | null>(null);
  const { send, ...sending } = useSending();
  const focus = useRef<PickerFocus>(null);
  useEffect(() => focus.current?.focus(), []);

  const choose = (id: string) => {
    setLineId(id);
    setDraft(startOf(debate, lines.find((one) => one.id === id) ?? null));
    setConflict(null);
  };

  const handleSend = async () => {
    const to = targetBody(draft);
    setIsTried(true);
    if (line === null || to === null) return focus.current?.focus();
    if (isThere(line, draft)) return sending.setProblem(t('same'));
    const sent = await send(() => editRelation(line, { ...to, revision: line.revision }));
    if (sent.type === 'conflict') {
      const { relation } = sent.current as { relation?: RelationView };
      if (!relation) return;
      setLines(lines.map((one) => (one.id === relation.id ? relation : one)));
      setConflict(t('conflict', { line: words(relation) }));
    } else if (sent.type === 'sent') {
      announce(t('done', { line: words(sent.value.relation) }));
      onClose();
    }
  };

  const codes = line
    ? linkedWith(debate, line).map(
        (one) => debate.claims.find(({ id }) => id === one.fromClaimId)?.code ?? '?',
      )
    : [];
  return (
    <EditForm
      {...sending}
      title={t('title', { code: claim.code })}
      send={t('send')}
      conflict={conflict}
      onSend={() => void handleSend()}
      onClose={onClose}
    >
      {lines.length > 1 && given === null ? (
        <LineChoice debate={debate} legend={t('which')} lines={lines} value={lineId} onChange={choose} />
      ) : line ? (
        <p className="text-ui">{t('now', { line: words(line) })}</p>
      ) : null}
      <TargetFields
        debate={debate}
        fromId={claim.id}
        moving={line}
        value={draft}
        onChange={setDraft}
        error={isTried && draft.claimId === null ? picker('missing') : null}
        lineError={isTried && draft.lineId === null ? target('lineMissing') : null}
        focusRef={focus}
      />
      <p className="text-caption text-muted text-pretty">
        {t('meaning')}
        {codes.length > 0 ? ` ${t('linked', { codes: codes.join(', ') })}` : null}
      </p>
    </EditForm>
  );
}

/** Its kind is kept, where it goes is asked. */
const startOf = (debate: DebateView, line: RelationView | null): TargetDraft =>
  line
    ? changeTarget(debate, line.fromClaimId, targetOf(debate, line), { claimId: null }, line)
    : { kind: 'supports', claimId: null, lineId: null };

const isThere = (line: RelationView, { kind, claimId, lineId }: TargetDraft): boolean =>
  line.kind === kind && (kind === 'undercuts' ? line.toRelationId === lineId : line.toClaimId === claimId);
