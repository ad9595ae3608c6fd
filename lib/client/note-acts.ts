import type { ModerateAnnotation, ReportAnnotation, RoomSettingsInput } from '@/lib/domain/annotation/schema';
import type {
  AnnotationRevisionView,
  AnnotationView,
  AuditView,
  MentionView,
  ModerationView,
  NoteSettings,
  TagCount,
} from '@/lib/domain/annotation/view';
import type { ApiMethod, ApiResult } from './api';
import type { AnnotationAnswer, SendOutcome } from './contribution-types';

/** What these requests need of the store around them. */
export interface NoteSurroundings {
  /** A write in the room that is open, under the name of the person for whom the page was made. */
  send: <T>(method: ApiMethod, path: string, body: unknown) => Promise<SendOutcome<T>>;
  read: <T>(path: string) => Promise<ApiResult<T>>;
  learn: (note: AnnotationView) => void;
}

/** What can be done with a note beyond writing it. */
export class NoteActs {
  /** Notes of which a press is on its way, with what was pressed last. */
  private readonly wanted = new Map<string, boolean>();

  constructor(private readonly around: NoteSurroundings) {}

  /**
   * Says that a note helped, or takes that back. It shows at once; a refusal, or no answer, puts back what stood before.
   * Presses while one is on its way are sent as one when it has arrived.
   */
  setHelpful = async (note: AnnotationView, isHelpful: boolean): Promise<SendOutcome<AnnotationAnswer>> => {
    const isUnderWay = this.wanted.has(note.id);
    this.wanted.set(note.id, isHelpful);
    this.around.learn(withHelpful(note, isHelpful));
    if (isUnderWay) return { status: 'waiting', isKept: false };
    const path = `/annotations/${note.id}/helpful`;
    let sent = isHelpful;
    let outcome = await this.around.send<AnnotationAnswer>('PUT', path, { isHelpful });
    while (outcome.status === 'sent' && this.wanted.get(note.id) !== sent) {
      sent = this.wanted.get(note.id) ?? sent;
      outcome = await this.around.send<AnnotationAnswer>('PUT', path, { isHelpful: sent });
    }
    this.wanted.delete(note.id);
    this.around.learn(outcome.status === 'sent' ? outcome.value.annotation : note);
    return outcome;
  };

  /** Asks the maintainers to look at a note. */
  report = (note: AnnotationView, input: ReportAnnotation): Promise<SendOutcome<AnnotationAnswer>> =>
    this.change('POST', `/annotations/${note.id}/reports`, input);

  /** Hides a note with a reason, shows it again, or lets a waiting one through. */
  moderate = (note: AnnotationView, input: ModerateAnnotation): Promise<SendOutcome<AnnotationAnswer>> =>
    this.change('PUT', `/annotations/${note.id}/status`, input);

  /** Closes the conversation that a note is in, or lets it go on. */
  lock = (note: AnnotationView, isLocked: boolean): Promise<SendOutcome<AnnotationAnswer>> =>
    this.change('PUT', `/annotations/${note.id}/lock`, { isLocked });

  /** The wordings of a note that were open to this reader, newest first. */
  revisionsOf = (note: AnnotationView): Promise<ApiResult<AnnotationRevisionView[]>> =>
    this.around.read(`/annotations/${note.id}/revisions`);

  /** Aliases in the room that begin with this, for naming somebody in a note. */
  aliases = (starts: string): Promise<ApiResult<{ aliases: string[] }>> =>
    this.around.read(`/aliases?${new URLSearchParams({ starts })}`);

  /** Tags of the notes that this reader may read, the most used first. */
  tags = (): Promise<ApiResult<{ tags: TagCount[] }>> => this.around.read('/annotations/tags');

  /** The notes that name the reader, newest first. */
  mentions = (): Promise<ApiResult<{ mentions: MentionView[] }>> => this.around.read('/annotations/mentions');

  /** For maintainers: what waits, was reported, is hidden. */
  moderation = (): Promise<ApiResult<ModerationView>> => this.around.read('/moderation');

  /**
   * For maintainers: a page of the log of decisions, newest first.
   * @param before the id that the page before this one named; null for the first page
   */
  audit = (before: string | null): Promise<ApiResult<{ entries: AuditView[]; next: string | null }>> =>
    this.around.read(before === null ? '/audit' : `/audit?${new URLSearchParams({ before })}`);

  /** For maintainers: what the room asks of notes. */
  setRoomSettings = (input: RoomSettingsInput): Promise<SendOutcome<{ settings: NoteSettings }>> =>
    this.around.send('PATCH', '/settings', input);

  private async change(
    method: ApiMethod,
    path: string,
    body: unknown,
  ): Promise<SendOutcome<AnnotationAnswer>> {
    const outcome = await this.around.send<AnnotationAnswer>(method, path, body);
    if (outcome.status === 'sent') this.around.learn(outcome.value.annotation);
    return outcome;
  }
}

/** The note as it stands once that is said. */
function withHelpful(note: AnnotationView, isHelpful: boolean): AnnotationView {
  const others = note.helpfulCount - (note.isHelpfulToMe ? 1 : 0);
  return { ...note, isHelpfulToMe: isHelpful, helpfulCount: others + (isHelpful ? 1 : 0) };
}
