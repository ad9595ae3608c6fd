import type {
  AddRelation,
  CitationInput,
  EditRelation,
  LinkPremises,
  MergeClaim,
  ReviewRelation,
  SplitClaim,
} from '@/lib/domain/claim/schema';
import type { ClaimView, RelationView } from '@/lib/domain/debate/view';
import type { EditView } from '@/lib/domain/edit/view';
import type { ApiMethod, ApiResult } from './api';
import type { SendOutcome } from './contribution-types';

/** What stands on the line about one's own last edit; null where there is nothing to say. */
export interface LastEdit {
  /** `offered` is one of an earlier page: it is shown before it is taken back. */
  step: 'made' | 'offered' | 'undone' | 'refused';
  /** The edit that the line speaks of; null for "there is nothing to take back". */
  edit: EditView | null;
  /** The one that the next undo takes back. */
  next: EditView | null;
  /** What was made is a suggestion: it is not on the map before a maintainer decides. */
  isWaiting: boolean;
  /** Why it was refused, in the reader's language. */
  message: string;
}

export interface MergedClaim {
  claim: ClaimView;
  merged: ClaimView;
  relations: RelationView[];
}

export interface SplitAnswer {
  original: ClaimView;
  claims: ClaimView[];
  relations: RelationView[];
}

interface Undone {
  edits: EditView[];
  claims: ClaimView[];
  relations: RelationView[];
}

/** What these writes need of the store around them. */
export interface EditSurroundings {
  /** A write in the room that is open, under the name of the person for whom the page was made. */
  send: <T>(method: ApiMethod, path: string, body: unknown) => Promise<SendOutcome<T>>;
  read: <T>(path: string) => Promise<ApiResult<T>>;
  learn: (claims: readonly ClaimView[], relations: readonly RelationView[]) => void;
  tell: (lastEdit: LastEdit | null) => void;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Whether the claim or the line that an answer brings waits for a maintainer. */
function isSuggestion(answer: unknown): boolean {
  if (!isRecord(answer)) return false;
  return [answer.claim, answer.relation].some((made) => isRecord(made) && made.status === 'suggested');
}

/** Changes of what stands on the map, and taking one's own back. Each answer is learned; so is what a refusal met. */
export class MapEdits {
  private last: LastEdit | null = null;
  private reading = 0;
  /** Under way while the server is asked which edit is the last one now. */
  private noting: Promise<void> = Promise.resolve();
  private undoing: Promise<SendOutcome<Undone>> | null = null;

  constructor(private readonly around: EditSurroundings) {}

  addRelation = (input: AddRelation): Promise<SendOutcome<{ relation: RelationView }>> =>
    this.change('POST', '/relations', input);

  editRelation = (
    relation: RelationView,
    input: EditRelation,
  ): Promise<SendOutcome<{ relation: RelationView }>> =>
    this.change('PATCH', `/relations/${relation.id}`, input);

  reviewRelation = (
    relation: RelationView,
    input: ReviewRelation,
  ): Promise<SendOutcome<{ relation: RelationView }>> =>
    this.change('POST', `/relations/${relation.id}/review`, input);

  linkPremises = (input: LinkPremises): Promise<SendOutcome<{ relations: RelationView[] }>> =>
    this.change('POST', '/premise-groups', input);

  unlinkPremise = (relation: RelationView): Promise<SendOutcome<{ relations: RelationView[] }>> =>
    this.change('DELETE', `/relations/${relation.id}/group`, {});

  mergeClaim = (claim: ClaimView, input: MergeClaim): Promise<SendOutcome<MergedClaim>> =>
    this.change('POST', `/claims/${claim.id}/merge`, input);

  splitClaim = (claim: ClaimView, input: SplitClaim): Promise<SendOutcome<SplitAnswer>> =>
    this.change('POST', `/claims/${claim.id}/split`, input);

  /** Lets a claim rest on a passage more. Not an edit that an undo takes back: `removeCitation` does. */
  addCitation = (claim: ClaimView, input: CitationInput): Promise<SendOutcome<{ claim: ClaimView }>> =>
    this.sendAndLearn('POST', `/claims/${claim.id}/citations`, input);

  removeCitation = (claim: ClaimView, citationId: string): Promise<SendOutcome<{ claim: ClaimView }>> =>
    this.sendAndLearn('DELETE', `/claims/${claim.id}/citations/${citationId}`, {});

  /** This person's own edits in the room, newest first. */
  edits = (): Promise<ApiResult<{ edits: EditView[] }>> => this.around.read('/edits');

  /**
   * Says what was changed, and that it can be taken back. Called after every change that the server took.
   * @param answer what the server made of it, where it may be a suggestion
   */
  noteChange = (answer: unknown = null): Promise<void> => {
    const isWaiting = isSuggestion(answer);
    // What the line named is no longer the last edit: nothing may take it back in the meantime.
    this.tell(null);
    this.noting = this.readNext().then((next) => {
      if (next !== undefined && next !== null)
        this.tell({ step: 'made', edit: next, next, isWaiting, message: '' });
    });
    return this.noting;
  };

  /**
   * Takes back the edit that the line names. Without a line, as after a reload, it is shown first: nobody takes back what
   * they do not see.
   * @returns what became of it; null when nothing was sent
   */
  undo = async (): Promise<SendOutcome<Undone> | null> => {
    if (this.undoing) return this.undoing;
    await this.noting;
    if (this.undoing) return this.undoing;
    const edit = this.last?.next ?? null;
    if (edit === null) {
      const next = await this.readNext();
      if (next !== undefined) this.tell({ step: 'offered', edit: next, next, isWaiting: false, message: '' });
      return null;
    }
    this.undoing = this.sendUndo(edit);
    const outcome = await this.undoing;
    this.undoing = null;
    return outcome;
  };

  /** Somebody else acts from now on. */
  forget(): void {
    this.last = null;
    this.reading += 1;
  }

  /** Takes the line away. */
  dismiss = (): void => this.tell(null);

  private async sendUndo(edit: EditView): Promise<SendOutcome<Undone>> {
    const outcome = await this.around.send<Undone>('POST', '/edits/undo', { editId: edit.id });
    if (outcome.status === 'sent') {
      const { edits, claims, relations } = outcome.value;
      this.reading += 1;
      this.around.learn(claims, relations);
      const next = edits.find(({ isNext }) => isNext) ?? null;
      this.tell({ step: 'undone', edit, next, isWaiting: false, message: '' });
    } else if (outcome.status === 'failed') {
      // Another tab may have changed something since: then that is what an undo takes back.
      const current = isRecord(outcome.current) ? outcome.current.edit : null;
      const next =
        outcome.code === 'out-of-date' && isRecord(current) ? (current as unknown as EditView) : edit;
      this.tell({ step: 'refused', edit, next, isWaiting: false, message: outcome.message });
    }
    return outcome;
  }

  private async change<T>(method: ApiMethod, path: string, body: unknown): Promise<SendOutcome<T>> {
    const outcome = await this.sendAndLearn<T>(method, path, body);
    if (outcome.status === 'sent') void this.noteChange(outcome.value);
    return outcome;
  }

  private async sendAndLearn<T>(method: ApiMethod, path: string, body: unknown): Promise<SendOutcome<T>> {
    const outcome = await this.around.send<T>(method, path, body);
    if (outcome.status === 'sent') this.learn(outcome.value);
    else if (outcome.status === 'failed') this.learn(outcome.current);
    return outcome;
  }

  private learn(answer: unknown): void {
    if (!isRecord(answer)) return;
    const {
      claim,
      merged,
      original,
      claims = [],
      relation,
      relations = [],
    } = answer as {
      claim?: ClaimView;
      merged?: ClaimView;
      original?: ClaimView;
      claims?: ClaimView[];
      relation?: RelationView;
      relations?: RelationView[];
    };
    this.around.learn(
      [claim, merged, original, ...claims].filter((one) => one !== undefined),
      [relation, ...relations].filter((one) => one !== undefined),
    );
  }

  /** The edit that an undo would take back; undefined when that could not be read or is no longer asked. */
  private async readNext(): Promise<EditView | null | undefined> {
    this.reading += 1;
    const asked = this.reading;
    const answer = await this.edits();
    if (!answer.ok || asked !== this.reading) return undefined;
    return answer.value.edits.find(({ isNext }) => isNext) ?? null;
  }

  private tell(lastEdit: LastEdit | null): void {
    this.last = lastEdit;
    this.around.tell(lastEdit);
  }
}
