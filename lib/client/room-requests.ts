import type { ClaimView } from '@/lib/domain/debate/view';
import type { SearchView, SimilarClaim } from '@/lib/domain/search/view';
import { refusal } from './after-sending';
import { type ApiMethod, type ApiResult, request } from './api';
import type { ClaimRevision, SendOutcome } from './contribution-types';
import { newEventId } from './event-id';

export interface RoomSurroundings {
  roomId: () => string;
  /** Id of the account for whom the page was made; null for a visitor. */
  person: () => string | null;
  goToSignIn: () => void;
  /** An answer came, or none did. */
  onAnswer: (answer: ApiResult<unknown>) => void;
}

/** Requests about one room that are answered at once or not at all: what is read, and what is decided in its sight. */
export class RoomRequests {
  constructor(private readonly around: RoomSurroundings) {}

  read = <T>(path: string): Promise<ApiResult<T>> =>
    request('GET', `/rooms/${this.around.roomId()}${path}`, { person: this.around.person() });

  /** Sends a change now; nothing of it is kept for later. A visitor is led to sign-in instead. */
  send = async <T>(method: ApiMethod, path: string, body: unknown): Promise<SendOutcome<T>> => {
    const person = this.around.person();
    if (person === null) {
      this.around.goToSignIn();
      return { status: 'sign-in' };
    }
    const answer = await request<T>(method, `/rooms/${this.around.roomId()}${path}`, {
      body,
      person,
      ...(method === 'POST' && { idempotencyKey: newEventId() }),
    });
    this.around.onAnswer(answer);
    if (answer.ok) return { status: 'sent', value: answer.value };
    if (answer.error.kind === 'http' && answer.error.status === 401) {
      this.around.goToSignIn();
      return { status: 'sign-in' };
    }
    return { status: 'failed', ...refusal(answer.error) };
  };

  revisionsOf = (claim: ClaimView): Promise<ApiResult<ClaimRevision[]>> =>
    this.read(`/claims/${claim.id}/revisions`);

  /** Claims that seem to say what is being written. */
  similarClaims = (text: string): Promise<ApiResult<{ claims: SimilarClaim[] }>> =>
    this.read(`/claims/similar?${new URLSearchParams({ text })}`);

  /** Claims of the whole debate that have these words or words much like them, whatever motion they belong to. */
  searchClaims = (q: string): Promise<ApiResult<Pick<SearchView, 'claims'>>> =>
    this.read(`/search?${new URLSearchParams({ q })}`);
}
