import type { AddAnnotation, EditAnnotation } from '@/lib/domain/annotation/schema';
import type { AnnotationThread, AnnotationView } from '@/lib/domain/annotation/view';
import type { AddClaim, EditClaim } from '@/lib/domain/claim/schema';
import type { ClaimView, DebateView, MotionView, RelationView, VoteChoice } from '@/lib/domain/debate/view';
import { isHeldBack, type NextStep } from './after-sending';
import type { ApiResult } from './api';
import type { ContributionNotice } from './contribution-notice';
import {
  EMPTY_SNAPSHOT,
  learnedSeq,
  linesOf,
  type StoreSnapshot,
  waitingNotesOf,
  withAnswer,
  withClaim,
  withNote,
  withQueue,
  withRelation,
  withThreads,
} from './contribution-snapshot';
import type { AddedClaim, AnnotationAnswer, SendOutcome, StanceInput } from './contribution-types';
import type { HandOver } from './draft-store';
import { newEventId } from './event-id';
import { keepHouse } from './keep-house';
import { MapEdits } from './map-edits';
import { MapParts } from './map-parts';
import { mergeDebate, type Overlay } from './merge-debate';
import { NoteActs } from './note-acts';
import { Outbox, type OutboxSurroundings } from './outbox';
import { conflictOf } from './outbox-conflict';
import {
  isEdit,
  type OutboxAction,
  type OutboxEntry,
  ownerOfPerson,
  ownerOfVisitor,
  personOfOwner,
  subjectOf,
} from './outbox-entry';
import { RoomDecisions } from './room-decisions';
import { RoomRequests } from './room-requests';
import { RoomThreads } from './room-threads';
import { nextSeq } from './sequence';
import { type ThreadFilter, threadFilterOfKey } from './threads';

export interface StoreSurroundings extends OutboxSurroundings {
  /** Milliseconds that only grow; orders what this tab learned. */
  clock: () => number;
  goToSignIn: () => void;
  /** Tells the other tabs of this browser that the queue changed, and what the server said if it answered. */
  tellOtherTabs: (heard?: { entry: OutboxEntry; step: NextStep }) => void;
}

/** All that this tab did and learned on top of the server's views. Lives as long as the debate's pages are open. */
export class ContributionStore {
  private snapshot: StoreSnapshot = EMPTY_SNAPSHOT;
  private readonly readers = new Set<() => void>();
  private readonly noticeReaders = new Set<(notice: ContributionNotice) => void>();
  private readonly outbox: Outbox;
  readonly room: RoomRequests;
  readonly decisions: RoomDecisions;
  readonly threads: RoomThreads;
  /** Changes of what stands on the map, beyond the words of one claim. */
  readonly mapEdits: MapEdits;
  /** What can be done with notes beyond writing them. */
  readonly noteActs: NoteActs;
  /** Further parts of a large debate. */
  readonly mapParts: MapParts;
  private readonly firstSeen = new WeakMap<DebateView, number>();
  /** The debate that is on the page, as the server sent it. */
  debate: DebateView | null = null;
  private isVisitor = true;
  private lastTry: 'reached' | 'lost' = 'reached';
  private isNetworkGone = false;
  private becomeKnown: () => void = () => undefined;
  /** It is known who acts on this page. */
  private readonly known = new Promise<void>((resolve) => {
    this.becomeKnown = resolve;
  });

  constructor(private readonly around: StoreSurroundings) {
    this.outbox = new Outbox(around, {
      onChange: () => this.refresh(),
      onAnswer: ({ action }, step) => this.takeStep(action, step),
      onStep: (entry, step) => this.afterStep(entry, step),
    });
    this.room = new RoomRequests({
      roomId: () => this.roomId(),
      person: () => this.person(),
      goToSignIn: around.goToSignIn,
      onAnswer: (answer) => this.reached(answer),
    });
    this.decisions = new RoomDecisions({
      send: this.room.send,
      learnClaim: (claim) => this.know(withClaim(this.snapshot, claim, around.clock())),
      learnNote: (note) => this.know(withNote(this.snapshot, note, around.clock())),
      onReviewed: (before, status) => {
        const lines = this.debate ? linesOf(this.merge(this.debate, this.snapshot.overlay), before) : [];
        for (const line of lines) this.know(withRelation(this.snapshot, { ...line, status }, around.clock()));
        void this.mapEdits.noteChange();
      },
    });
    this.threads = new RoomThreads({
      read: async (path) => {
        const answer = await this.room.read<never>(path);
        this.reached(answer);
        return answer;
      },
      clock: around.clock,
      learn: (filter, threads, at, heldBack = this.snapshot.heldBack) =>
        this.know({ ...withThreads(this.snapshot, filter, threads, at), heldBack }),
    });
    this.mapParts = new MapParts({
      read: this.room.read,
      clock: around.clock,
      debate: () => this.debate,
      learn: (change) => {
        const { overlay } = this.snapshot;
        this.know({ ...this.snapshot, overlay: { ...overlay, pages: change(overlay.pages) } });
      },
    });
    this.noteActs = new NoteActs({
      send: this.room.send,
      read: this.room.read,
      learn: (note) => this.know(withNote(this.snapshot, note, this.around.clock())),
    });
    this.mapEdits = new MapEdits({
      send: this.room.send,
      read: this.room.read,
      learn: (claims, relations) => {
        const at = this.around.clock();
        const withClaims = claims.reduce((known, claim) => withClaim(known, claim, at), this.snapshot);
        this.know(relations.reduce((known, relation) => withRelation(known, relation, at), withClaims));
      },
      tell: (lastEdit) => this.know({ ...this.snapshot, lastEdit }),
    });
  }

  subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  };

  read = (): StoreSnapshot => this.snapshot;

  onNotice(reader: (notice: ContributionNotice) => void): () => void {
    this.noticeReaders.add(reader);
    return () => this.noticeReaders.delete(reader);
  }

  notify(notice: ContributionNotice): void {
    for (const reader of this.noticeReaders) reader(notice);
  }

  /** Who acts from now on. Another person's knowledge is forgotten; what this visitor pressed is taken along. */
  async openFor(personKey: string | null, tabKey: string): Promise<void> {
    const visitor = ownerOfVisitor(tabKey);
    const owner = personKey === null ? visitor : ownerOfPerson(personKey);
    this.isVisitor = personKey === null;
    this.mapEdits.forget();
    this.snapshot = {
      ...EMPTY_SNAPSHOT,
      // Before this the tab had no owner: keep what the page already learned.
      ...(this.snapshot.owner === '' && { overlay: this.snapshot.overlay, threads: this.snapshot.threads }),
      heldBack: this.debate?.room.hiddenUntilPosted ?? null,
      owner,
    };
    this.emit();
    this.becomeKnown();
    await keepHouse(this.around.storage(), owner, this.around.now())
      // What could not be tidied is tidied by the next page.
      .catch(() => undefined);
    await this.outbox.openFor(owner, { adoptFrom: visitor, isVisitor: this.isVisitor });
  }

  pause(): void {
    this.outbox.pause();
  }

  resume(): void {
    this.outbox.resume();
  }

  use(server: DebateView): void {
    const heldBack = server.room.hiddenUntilPosted;
    if (this.debate !== server && heldBack !== this.snapshot.heldBack) {
      this.know({ ...this.snapshot, heldBack });
    }
    this.debate = server;
  }

  merge(server: DebateView, overlay: Overlay): DebateView {
    const seenAt = this.firstSeen.get(server) ?? this.around.clock();
    this.firstSeen.set(server, seenAt);
    return mergeDebate(server, overlay, seenAt);
  }

  setNetwork(isGone: boolean): void {
    this.isNetworkGone = isGone;
    this.refresh();
    if (!isGone) void this.outbox.retryNow();
  }

  retryNow = (): void => void this.outbox.retryNow();
  retryRefused = (id: string): void => void this.outbox.retryRefused(id, newEventId());
  /** Saves one's own words over the newer ones that an edit met. */
  keepMine = (entry: OutboxEntry): void => {
    const again = conflictOf(entry)?.again;
    if (again) void this.outbox.retryRefused(entry.id, newEventId(), again);
  };
  discard = (id: string): void => void this.outbox.discard(id);
  reloadQueue = (): void => void this.outbox.reload().then(() => this.outbox.sendDue());

  waitingNotes(filter: ThreadFilter, threads: readonly AnnotationThread[] | null): readonly OutboxEntry[] {
    return waitingNotesOf(this.snapshot, filter, threads, this.isVisitor || this.isNetworkGone);
  }

  /** Everything local is gone from the disk: forget the rest too. */
  forget(): void {
    this.snapshot = { ...EMPTY_SNAPSHOT, owner: this.snapshot.owner };
    void this.outbox.reload();
  }

  // --- presses -------------------------------------------------------------------------------------------------

  vote(claim: ClaimView, choice: VoteChoice | null): void {
    const { id: claimId, code, revision } = claim;
    if (choice === null && this.dropUnsent('vote', claim.id)) return;
    this.press({ type: 'vote', ...this.voice(), claimId, code, revision, choice }, claim.ownVote.seq);
  }

  rate(relation: RelationView, weight: number | null): void {
    if (weight === null && this.dropUnsent('impact', relation.id)) return;
    this.press({ type: 'impact', ...this.voice(), relationId: relation.id, weight }, relation.ownImpact.seq);
  }

  state(motion: MotionView, stance: StanceInput, given: HandOver | null = null): Promise<SendOutcome> {
    return this.press(
      {
        type: 'stance',
        roomId: this.roomId(),
        motionId: motion.id,
        stance: { ...stance, round: this.round() },
      },
      motion.ownStance?.seq ?? 0,
      given,
    ) as Promise<SendOutcome>;
  }

  /** @param given the draft that these words were; from here on they are kept in the outbox instead */
  addClaim(input: AddClaim, given: HandOver | null = null): Promise<SendOutcome<AddedClaim>> {
    const action = { type: 'claim', roomId: this.roomId(), input } as const;
    return this.press(action, null, given) as Promise<SendOutcome<AddedClaim>>;
  }

  /** What is for everyone is posted where everyone reads: in the commons, from whichever room it is written. */
  annotate(input: AddAnnotation, given: HandOver | null = null): Promise<SendOutcome<AnnotationAnswer>> {
    const roomId = (input.visibility === 'public' && this.debate?.room.commonsId) || this.roomId();
    const action = { type: 'annotation', roomId, input } as const;
    return this.press(action, null, given) as Promise<SendOutcome<AnnotationAnswer>>;
  }

  /** Rewords a claim. When somebody did so meanwhile, the answer brings both texts; neither is lost. */
  editClaim(
    claim: ClaimView,
    input: EditClaim,
    given: HandOver | null = null,
  ): Promise<SendOutcome<Pick<AddedClaim, 'claim'>>> {
    const { id: claimId, code } = claim;
    const action = { type: 'edit-claim', roomId: this.roomId(), claimId, code, input } as const;
    return this.press(action, null, given) as Promise<SendOutcome<Pick<AddedClaim, 'claim'>>>;
  }

  editAnnotation(
    note: AnnotationView,
    input: EditAnnotation,
    given: HandOver | null = null,
  ): Promise<SendOutcome<AnnotationAnswer>> {
    const action = { type: 'edit-annotation', roomId: this.roomId(), annotationId: note.id, input } as const;
    return this.press(action, null, given) as Promise<SendOutcome<AnnotationAnswer>>;
  }

  /** A visitor who takes back what never left this device need not sign in for that. */
  private dropUnsent(type: OutboxAction['type'], subject: string): boolean {
    const unsent = this.outbox
      .entries()
      .filter((entry) => this.isVisitor && entry.action.type === type && entry.subject === subject);
    for (const { id } of unsent) void this.outbox.discard(id);
    return unsent.length > 0;
  }

  private async press(
    action: OutboxAction,
    knownSeq: number | null,
    given: HandOver | null = null,
  ): Promise<SendOutcome<unknown>> {
    // Pressed before it is known who presses: it waits for that, for nobody else may send it.
    if (this.snapshot.owner === '') await this.known;
    const now = this.around.now();
    const subject = subjectOf(action);
    const queued = this.outbox
      .entries()
      .filter((entry) => entry.subject === subject)
      .map(({ seq }) => seq);
    const known = Math.max(knownSeq ?? 0, learnedSeq(this.snapshot.overlay, action), ...queued);
    const entry = {
      id: newEventId(),
      owner: this.snapshot.owner,
      subject,
      action,
      seq: knownSeq === null ? 0 : nextSeq(now, known),
      pressedAt: now,
      begunAt: null,
      attempts: 0,
      notBefore: 0,
      failure: null,
    };
    const outcome = await this.outbox.add(entry, given);
    this.around.tellOtherTabs();
    if (outcome.status === 'sign-in') this.around.goToSignIn();
    return outcome;
  }

  /** Every list of notes that is open, read again: what the reader may see of them has changed. */
  private async reloadThreads(): Promise<void> {
    await Promise.all(
      [...this.snapshot.threads.keys()].map((key) => this.threads.load(threadFilterOfKey(key))),
    );
  }

  // --- what was learned -------------------------------------------------------------------------------------------

  /** Another tab sent an entry of this owner and had this answer. */
  hear({ entry, step }: { entry: OutboxEntry; step: NextStep }): void {
    if (entry.owner !== this.snapshot.owner) return;
    this.takeStep(entry.action, step);
    void this.outbox.settledElsewhere(entry.id, step);
  }

  private takeStep(action: OutboxAction, step: NextStep): void {
    const met = step.type === 'refused' && isEdit(action) ? step.failure.current : null;
    const value = step.type === 'done' ? step.value : 'current' in step ? step.current : met;
    this.know(withAnswer(this.snapshot, action, value, this.around.clock()));
  }

  private afterStep(entry: OutboxEntry, step: NextStep): void {
    const { action } = entry;
    if (!isHeldBack(step)) this.lastTry = step.type === 'later' ? 'lost' : 'reached';
    this.refresh();
    this.around.tellOtherTabs(step.type === 'later' ? undefined : { entry, step });
    const isLate = !this.outbox.isFirstTry(entry);
    if (step.type === 'done') {
      this.notify({ type: 'sent', action, isLate });
      const isHere = action.roomId === this.debate?.room.id;
      if (isHere && action.type === 'claim') void this.mapEdits.noteChange(step.value);
      if (isHere && action.type === 'edit-claim') void this.mapEdits.noteChange();
      if (action.type === 'annotation' && this.snapshot.heldBack !== null) void this.reloadThreads();
    }
    if (step.type === 'superseded') this.notify({ type: 'superseded', action, isLate });
    if (step.type === 'later' && !isLate) this.notify({ type: 'waiting', action, isLate });
    if (step.type === 'refused')
      this.notify({ type: 'refused', action, isLate, message: step.failure.message });
  }

  private reached(answer: ApiResult<unknown>): void {
    this.lastTry = !answer.ok && answer.error.kind === 'network' ? 'lost' : 'reached';
    this.refresh();
  }

  private person(): string | null {
    return personOfOwner(this.snapshot.owner);
  }

  private roomId(): string {
    if (this.debate === null) throw new Error('useDebate() must run before a contribution is made');
    return this.debate.room.id;
  }

  /** The round that is open: in another one it would be another answer. */
  private round(): 1 | 2 {
    return this.debate?.room.round === 2 ? 2 : 1;
  }

  private voice() {
    return { roomId: this.roomId(), voice: this.debate?.room.voice ?? 'own' };
  }

  private refresh(): void {
    this.know(
      withQueue(this.snapshot, this.outbox.entries(), {
        isNetworkGone: this.isNetworkGone,
        lastTry: this.lastTry,
        isHeld: this.isVisitor,
        isSignedOut: this.outbox.isSignedOut(),
        keeping: (id) => this.outbox.keeping(id),
      }),
    );
  }

  /** Takes in what was heard of others. */
  learn = (change: (known: StoreSnapshot) => StoreSnapshot): void => this.know(change(this.snapshot));

  private know(snapshot: StoreSnapshot): void {
    if (snapshot === this.snapshot) return;
    this.snapshot = snapshot;
    this.emit();
  }

  private emit(): void {
    for (const reader of this.readers) reader();
  }
}
