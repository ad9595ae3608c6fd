import { readSkeleton, type Skeleton } from '@/lib/domain/debate/skeleton';
import type { DebateView, MapPage, SideRole } from '@/lib/domain/debate/view';
import type { SearchView } from '@/lib/domain/search/view';
import type { ApiResult } from './api';
import { type MapPages, withPage, withWhole } from './merge-part';

/** What reading further parts of a large debate needs of the store around it. */
export interface PartSurroundings {
  read: <T>(path: string) => Promise<ApiResult<T>>;
  clock: () => number;
  /** The debate that is on the page. */
  debate: () => DebateView | null;
  learn: (change: (pages: MapPages) => MapPages) => void;
}

/** Reads further claims of a large debate, each page once at a time. */
export class MapParts {
  private readonly asked = new Map<string, Promise<boolean>>();

  constructor(private readonly around: PartSurroundings) {}

  /** The next page of the claims under a claim or the motion. @returns whether it came */
  loadUnder = (hostId: string, afterId: string | null): Promise<boolean> => {
    const debate = this.around.debate();
    return this.page({
      ...(hostId !== debate?.motion.id && { under: hostId }),
      ...(afterId !== null && { after: afterId }),
    });
  };

  /** A claim, by id or code, with what it stands under and what is around it. @returns whether it came */
  loadClaim = (idOrCode: string): Promise<boolean> => this.page({ claim: idOrCode });

  /** The whole map without its words. @returns whether it came */
  loadWhole = (): Promise<boolean> =>
    this.once('whole', async (debate) => {
      const query = new URLSearchParams({ motion: debate.motion.code });
      const answer = await this.around.read<Skeleton>(`/map?${query}`);
      if (answer.ok) this.around.learn((pages) => withWhole(pages, readSkeleton(answer.value)));
      return answer.ok;
    });

  /** Claims of the whole debate that speak of something, best first; null when the server could not say. */
  find = async (
    words: string,
  ): Promise<{ id: string; code: string; text: string; side: SideRole }[] | null> => {
    const query = new URLSearchParams({ q: words.slice(0, 200) });
    const answer = await this.around.read<SearchView>(`/search?${query}`);
    if (!answer.ok) return null;
    return answer.value.claims
      .filter(({ isMotion }) => !isMotion)
      .map(({ id, code, text }) => ({ id, code, text, side: 'n' }));
  };

  private page(asked: Record<string, string>): Promise<boolean> {
    return this.once(JSON.stringify(asked), async (debate) => {
      const at = this.around.clock();
      const query = new URLSearchParams({ motion: debate.motion.code, ...asked });
      const answer = await this.around.read<MapPage>(`/claims?${query}`);
      if (answer.ok) this.around.learn((pages) => withPage(pages, debate.motion.id, answer.value, at));
      return answer.ok;
    });
  }

  private once(name: string, read: (debate: DebateView) => Promise<boolean>): Promise<boolean> {
    const debate = this.around.debate();
    if (debate === null || debate.part === null) return Promise.resolve(false);
    const key = `${debate.room.id} ${debate.motion.id} ${name}`;
    const before = this.asked.get(key);
    if (before) return before;
    const asking = read(debate).finally(() => this.asked.delete(key));
    this.asked.set(key, asking);
    return asking;
  }
}
