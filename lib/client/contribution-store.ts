import type { AddAnnotation, EditAnnotation } from '@/lib/domain/annotation/schema';
import type { AnnotationList, AnnotationThread, AnnotationView } from '@/lib/domain/annotation/view';
import type { AddClaim, EditClaim, ReviewClaim } from '@/lib/domain/claim/schema';
import type { ClaimView, DebateView, MotionView, RelationView, VoteChoice } from '@/lib/domain/debate/view';
import type { SearchView, SimilarClaim } from '@/lib/domain/search/view';
import { answerOf, type NextStep, refusal } from './after-sending';
import { type ApiMethod, type ApiResult, request } from './api';
import type { ContributionNotice } from './contribution-notice';
import {
  EMPTY_SNAPSHOT,
  type StoreSnapshot,
  waitingNotesOf,
  withAnswer,
  withClaim,
  withNote,
  withQueue,
  withRelation,
  withThreads,
} from './contribution-snapshot';
import type {
  AddedClaim,
  AnnotationAnswer,
  ClaimRevision,
  SendOutcome,
  StanceInput,
} from './contribution-types';
import { newEventId } from './event-id';
import { MapEdits } from './map-edits';
import { MapParts } from './map-parts';
import { mergeDebate, type Overlay } from './merge-debate';
import { NoteActs } from './note-acts';
import { Outbox, type OutboxSurroundings } from './outbox';
import {
  type OutboxAction,
  type OutboxEntry,
  ownerOfPerson,
  ownerOfVisitor,
  personOfOwner,
  subjectOf,
} from './outbox-entry';
import { nextSeq } from './sequence';
import { type ThreadFilter, threadFilterKey, threadFilterOfKey, threadPath } from './threads';

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
  /** Changes of what stands on the map, beyond the words of one claim. */
  readonly mapEdits: MapEdits;
  /** What can be done with notes beyond writing them. */
  readonly noteActs: NoteActs;
  /** Further parts of a large debate. */
  readonly mapParts: MapParts;
  private readonly firstSeen = new WeakMap<DebateView, number>();
  /** Threads that came with a page, so that a page shown again does not undo what was learned since. */
  private readonly offered = new WeakMap<readonly AnnotationThread[], Set<string>>();
  private debate: DebateView | null = null;
  private isVisitor = true;
  private lastTry: 'reached' | 'lost' = 'reached';
  private isNetworkGone = false;

  constructor(private readonly around: StoreSurroundings) {
    this.outbox = new Outbox(around, {
      onChange: () => this.refresh(),
      onAnswer: ({ action }, step) => this.takeStep(action, step),
      onStep: (entry, step) => this.afterStep(entry, step),
    });
    this.mapParts = new MapParts({
      read: (path) => request('GET', `/rooms/${this.roomId()}${path}`, { person: this.person() }),
      clock: around.clock,
      debate: () => this.debate,
      learn: (change) => {
        const { overlay } = this.snapshot;
        this.know({ ...this.snapshot, overlay: { ...overlay, pages: change(overlay.pages) } });
      },
    });
    this.noteActs = new NoteActs({
      send: (method, path, body) => this.sendNow(method, path, body),
      read: (path) => request('GET', `/rooms/${this.roomId()}${path}`, { person: this.person() }),
      learn: (note) => this.know(withNote(this.snapshot, note, this.around.clock())),
    });
    this.mapEdits = new MapEdits({
      send: (method, path, body) => this.sendNow(method, path, body),
      read: (path) => request('GET', `/rooms/${this.roomId()}${path}`, { person: this.person() }),
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
    let seenAt = this.firstSeen.get(server);
    if (seenAt === undefined) {
      seenAt = this.around.clock();
      this.firstSeen.set(server, seenAt);
    }
    return mergeDebate(server, overlay, seenAt);
  }

  setNetwork(isGone: boolean): void {
    this.isNetworkGone = isGone;
    this.refresh();
    if (!isGone) void this.outbox.retryNow();
  }

  retryNow = (): void => void this.outbox.retryNow();
  retryRefused = (id: string): void => void this.outbox.retryRefused(id, newEventId());
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
    const roomId = this.roomId();
    if (choice === null && this.dropUnsent('vote', claim.id)) return;
    this.press(
      { type: 'vote', roomId, claimId: claim.id, code: claim.code, revision: claim.revision, choice },
      claim.ownVote.seq,
    );
  }

  rate(relation: RelationView, weight: number | null): void {
    if (weight === null && this.dropUnsent('impact', relation.id)) return;
    this.press(
      { type: 'impact', roomId: this.roomId(), relationId: relation.id, weight },
      relation.ownImpact.seq,
    );
  }

  state(motion: MotionView, stance: StanceInput): Promise<SendOutcome> {
    return this.press(
      { type: 'stance', roomId: this.roomId(), motionId: motion.id, stance },
      motion.ownStance?.seq ?? 0,
    ) as Promise<SendOutcome>;
  }

  addClaim(input: AddClaim): Promise<SendOutcome<AddedClaim>> {
    return this.press({ type: 'claim', roomId: this.roomId(), input }, null) as Promise<
      SendOutcome<AddedClaim>
    >;
  }

  /** What is for everyone is posted where everyone reads: in the commons, from whichever room it is written. */
  annotate(input: AddAnnotation): Promise<SendOutcome<AnnotationAnswer>> {
    const roomId = (input.visibility === 'public' && this.debate?.room.commonsId) || this.roomId();
    return this.press({ type: 'annotation', roomId, input }, null) as Promise<SendOutcome<AnnotationAnswer>>;
  }

  /** A visitor who takes back what never left this device need not sign in for that. */
  private dropUnsent(type: OutboxAction['type'], subject: string): boolean {
    const unsent = this.outbox
      .entries()
      .filter((entry) => this.isVisitor && entry.action.type === type && entry.subject === subject);
    for (const { id } of unsent) void this.outbox.discard(id);
    return unsent.length > 0;
  }

  private async press(action: OutboxAction, knownSeq: number | null): Promise<SendOutcome<unknown>> {
    const now = this.around.now();
    const subject = subjectOf(action);
    const queued = this.outbox
      .entries()
      .filter((entry) => entry.subject === subject)
      .map(({ seq }) => seq);
    const known = Math.max(knownSeq ?? 0, this.learnedSeq(action), ...queued);
    const outcome = await this.outbox.add({
      id: newEventId(),
      owner: this.snapshot.owner,
      subject,
      action,
      seq: knownSeq === null ? 0 : nextSeq(now, known),
      pressedAt: now,
      attempts: 0,
      notBefore: 0,
      failure: null,
    });
    this.around.tellOtherTabs();
    if (outcome.status === 'sign-in') this.around.goToSignIn();
    return outcome;
  }

  private learnedSeq(action: OutboxAction): number {
    const { votes, impacts, stances } = this.snapshot.overlay;
    if (action.type === 'vote') return votes.get(action.claimId)?.ownVote.seq ?? 0;
    if (action.type === 'impact') return impacts.get(action.relationId)?.ownImpact.seq ?? 0;
    if (action.type === 'stance') return stances.get(action.motionId)?.ownStance?.seq ?? 0;
    return 0;
  }

  // --- edits, sent at once: their words stay in the form until the server has them --------------------------------

  async editClaim(claim: ClaimView, input: EditClaim): Promise<SendOutcome<{ claim: ClaimView }>> {
    const outcome = await this.sendNow<{ claim: ClaimView }>('PATCH', `/claims/${claim.id}`, input);
    this.learnClaim(outcome);
    if (outcome.status === 'sent') void this.mapEdits.noteChange();
    return outcome;
  }

  async reviewClaim(claim: ClaimView, input: ReviewClaim): Promise<SendOutcome<{ claim: ClaimView }>> {
    const outcome = await this.sendNow<{ claim: ClaimView }>('POST', `/claims/${claim.id}/review`, input);
    this.learnClaim(outcome);
    if (outcome.status === 'sent') {
      this.moveLines(claim, outcome.value.claim.status);
      void this.mapEdits.noteChange();
    }
    return outcome;
  }

  private learnClaim(outcome: SendOutcome<{ claim: ClaimView }>): void {
    const answer = answerOf<{ claim: ClaimView }>(outcome, 'claim');
    if (answer) this.know(withClaim(this.snapshot, answer.claim, this.around.clock()));
  }

  /** Lines that a claim brought along are published, declined, archived and restored with it. */
  private moveLines(before: ClaimView, status: ClaimView['status']): void {
    if (this.debate === null) return;
    const at = this.around.clock();
    for (const relation of this.merge(this.debate, this.snapshot.overlay).relations) {
      if (relation.fromClaimId === before.id && relation.status === before.status) {
        this.know(withRelation(this.snapshot, { ...relation, status }, at));
      }
    }
  }

  async editAnnotation(note: AnnotationView, input: EditAnnotation): Promise<SendOutcome<AnnotationAnswer>> {
    return this.learnNote(await this.sendNow<AnnotationAnswer>('PATCH', `/annotations/${note.id}`, input));
  }

  async removeAnnotation(note: AnnotationView): Promise<SendOutcome<AnnotationAnswer>> {
    return this.learnNote(await this.sendNow<AnnotationAnswer>('DELETE', `/annotations/${note.id}`, {}));
  }

  /** Says that what a mark asked for is done, or opens it again. */
  async resolveAnnotation(note: AnnotationView, isResolved: boolean): Promise<SendOutcome<AnnotationAnswer>> {
    const path = `/annotations/${note.id}/resolution`;
    return this.learnNote(await this.sendNow<AnnotationAnswer>('PUT', path, { isResolved }));
  }

  private learnNote(outcome: SendOutcome<AnnotationAnswer>): SendOutcome<AnnotationAnswer> {
    const answer = answerOf<AnnotationAnswer>(outcome, 'annotation');
    if (answer) this.know(withNote(this.snapshot, answer.annotation, this.around.clock()));
    return outcome;
  }

  revisionsOf(claim: ClaimView): Promise<ApiResult<ClaimRevision[]>> {
    return request('GET', `/rooms/${this.roomId()}/claims/${claim.id}/revisions`, {
      person: this.person(),
    });
  }

  /** Claims that seem to say what is being written. */
  similarClaims(text: string): Promise<ApiResult<{ claims: SimilarClaim[] }>> {
    const query = new URLSearchParams({ text });
    return request('GET', `/rooms/${this.roomId()}/claims/similar?${query}`, { person: this.person() });
  }

  /** Claims of the whole debate that have these words or words much like them, whatever motion they belong to. */
  searchClaims(q: string): Promise<ApiResult<Pick<SearchView, 'claims'>>> {
    const query = new URLSearchParams({ q });
    return request('GET', `/rooms/${this.roomId()}/search?${query}`, { person: this.person() });
  }

  /** Reads the notes on a claim, relation or source; the answer also reaches every open thread on it. */
  async loadThreads(filter: ThreadFilter): Promise<ApiResult<readonly AnnotationThread[]>> {
    const askedAt = this.around.clock();
    const answer = await request<AnnotationList>('GET', threadPath(this.roomId(), filter), {
      person: this.person(),
    });
    this.reached(answer);
    if (!answer.ok) return answer;
    const { threads, hiddenUntilPosted } = answer.value;
    this.know({ ...withThreads(this.snapshot, filter, threads, askedAt), heldBack: hiddenUntilPosted });
    return { ok: true, value: threads };
  }

  /** Every list of notes that is open, read again: what the reader may see of them has changed. */
  private async reloadThreads(): Promise<void> {
    const filters = [...this.snapshot.threads.keys()].map(threadFilterOfKey);
    await Promise.all(filters.map((filter) => this.loadThreads(filter)));
  }

  /** Threads that came with the page; the same ones, offered again, are older than what is known here. */
  offerThreads(filter: ThreadFilter, threads: readonly AnnotationThread[]): void {
    const places = this.offered.get(threads) ?? new Set();
    const key = threadFilterKey(filter);
    if (places.has(key)) return;
    this.offered.set(threads, places.add(key));
    this.know(withThreads(this.snapshot, filter, threads, this.around.clock()));
  }

  // --- what was learned -------------------------------------------------------------------------------------------

  /** Another tab sent an entry of this owner and had this answer. */
  hear({ entry, step }: { entry: OutboxEntry; step: NextStep }): void {
    if (entry.owner !== this.snapshot.owner) return;
    this.takeStep(entry.action, step);
    void this.outbox.settledElsewhere(entry.id, step);
  }

  private takeStep(action: OutboxAction, step: NextStep): void {
    const value = step.type === 'done' ? step.value : 'current' in step ? step.current : null;
    this.know(withAnswer(this.snapshot, action, value, this.around.clock()));
  }

  private afterStep(entry: OutboxEntry, step: NextStep): void {
    const { action } = entry;
    this.lastTry = step.type === 'later' ? 'lost' : 'reached';
    this.refresh();
    this.around.tellOtherTabs(step.type === 'later' ? undefined : { entry, step });
    const isLate = !this.outbox.isFirstTry(entry);
    if (step.type === 'done') {
      this.notify({ type: 'sent', action, isLate });
      if (action.type === 'claim') void this.mapEdits.noteChange(step.value);
      if (action.type === 'annotation' && this.snapshot.heldBack !== null) void this.reloadThreads();
    }
    if (step.type === 'superseded') this.notify({ type: 'superseded', action, isLate });
    if (step.type === 'later' && !isLate) this.notify({ type: 'waiting', action, isLate });
    if (step.type === 'refused')
      this.notify({ type: 'refused', action, isLate, message: step.failure.message });
  }

  private async sendNow<T>(method: ApiMethod, path: string, body: unknown): Promise<SendOutcome<T>> {
    if (this.isVisitor) {
      this.around.goToSignIn();
      return { status: 'sign-in' };
    }
    const answer = await request<T>(method, `/rooms/${this.roomId()}${path}`, {
      body,
      person: this.person(),
      ...(method === 'POST' && { idempotencyKey: newEventId() }),
    });
    this.reached(answer);
    if (answer.ok) return { status: 'sent', value: answer.value };
    if (answer.error.kind === 'http' && answer.error.status === 401) {
      this.around.goToSignIn();
      return { status: 'sign-in' };
    }
    return { status: 'failed', ...refusal(answer.error) };
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

  private refresh(): void {
    this.know(
      withQueue(this.snapshot, this.outbox.entries(), {
        isNetworkGone: this.isNetworkGone,
        lastTry: this.lastTry,
        isHeld: this.isVisitor,
      }),
    );
  }

  private know(snapshot: StoreSnapshot): void {
    if (snapshot === this.snapshot) return;
    this.snapshot = snapshot;
    this.emit();
  }

  private emit(): void {
    for (const reader of this.readers) reader();
  }
}
