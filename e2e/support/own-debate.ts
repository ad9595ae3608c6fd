// A debate of a journey's own: private, made through the API by the person at the page, who may do everything in it.

import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type { ClaimView, DebateView, RelationView, VoteChoice } from '@/lib/domain/debate/view';
import { unique } from './people';

type Write = 'post' | 'put' | 'patch';
export interface Made {
  claim: ClaimView;
  relation: RelationView;
}

export class OwnDebate {
  private constructor(
    private readonly page: Page,
    private readonly home: string,
    readonly slug: string,
    readonly roomId: string,
    readonly motionId: string,
  ) {}

  /** Makes the debate on one motion, with the sides Proposition and Opposition. */
  static async make(page: Page, home: string): Promise<OwnDebate> {
    const body = {
      title: unique('Reshape'),
      question: 'Should our town close its centre to cars?',
      language: 'en',
      template: 'oxford-motion',
      motions: [{ text: 'Our town should close its centre to cars.' }],
      sides: { a: { name: 'Proposition' }, b: { name: 'Opposition' } },
    };
    const origin = new URL(home).origin;
    const made = await page.request.post('/api/v1/debates', { data: body, headers: { origin } });
    expect(made.status(), await made.text()).toBe(201);
    const { slug, roomId } = (await made.json()) as { slug: string; roomId: string };
    const read = await page.request.get(`/api/v1/debates/${slug}`);
    const { motion } = (await read.json()) as DebateView;
    return new OwnDebate(page, home, slug, roomId, motion.id);
  }

  path(view: 'map' | 'outline', claim?: string): string {
    return `/debates/${this.slug}/${view}${claim ? `?claim=${claim}` : ''}`;
  }

  async view(): Promise<DebateView> {
    return (await (await this.page.request.get(`/api/v1/debates/${this.slug}`)).json()) as DebateView;
  }

  /** Adds a claim under a claim, or under the motion. */
  async add(text: string, side: 'a' | 'b', kind: 'supports' | 'attacks', to?: Made): Promise<Made> {
    return this.write<Made>('post', 'claims', {
      text,
      side,
      evidence: 'beyond',
      citations: [],
      relation: { kind, toClaimId: to?.claim.id ?? this.motionId },
    });
  }

  async vote({ claim }: Made, choice: VoteChoice): Promise<void> {
    const press = { choice, revision: claim.revision, seq: Date.now(), eventId: randomUUID() };
    await this.write('put', `claims/${claim.id}/vote`, press);
  }

  private async write<T>(method: Write, path: string, data: unknown): Promise<T> {
    const headers = { origin: new URL(this.home).origin };
    const answer = await this.page.request[method](`/api/v1/rooms/${this.roomId}/${path}`, { data, headers });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as T;
  }
}
