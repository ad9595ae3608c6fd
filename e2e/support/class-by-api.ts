// A class made through the API, for journeys that are about something else than opening one and coming in.

import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect } from '@playwright/test';
import type { ClaimView, DebateView, VoteChoice } from '@/lib/domain/debate/view';
import type { PlanName } from '@/lib/domain/room/plans';
import { planOf } from '@/lib/domain/room/plans';
import { AppClient } from './app-client';
import { unique } from './people';
import { SLUG } from './worked-debate';

export class ClassByApi {
  private step = 0;

  private constructor(
    private readonly teacher: APIRequestContext,
    private readonly home: string,
    readonly roomId: string,
    readonly slug: string,
    private readonly joinCode: string,
  ) {}

  /**
   * Opens a class on a copy of the worked debate, at the first step of the plan: what other journeys add to the worked debate
   * itself would be news in its classes. Claims need no approval.
   */
  static async open(teacher: APIRequestContext, home: string, plan: PlanName): Promise<ClassByApi> {
    const copied = await teacher.post(`/api/v1/debates/${SLUG}/copy`, {
      data: { title: unique('Mines'), keep: 'editors' },
      headers: ownPages(home),
    });
    expect(copied.status(), await copied.text()).toBe(201);
    const data = {
      name: unique('Class'),
      debate: ((await copied.json()) as { slug: string }).slug,
      plan: planOf(plan, Date.now()),
      claimsNeedApproval: false,
    };
    const made = await teacher.post('/api/v1/rooms', { data, headers: ownPages(home) });
    expect(made.status(), await made.text()).toBe(201);
    const { roomId, slug, joinCode } = (await made.json()) as Record<'roomId' | 'slug' | 'joinCode', string>;
    return new ClassByApi(teacher, home, roomId, slug, joinCode);
  }

  path(page: string): string {
    return `/debates/${this.slug}/${page}`;
  }

  /** Takes a seat for whoever the request belongs to, as a guest. @returns the alias */
  async join(student: APIRequestContext): Promise<string> {
    const data = { code: this.joinCode, name: unique('Guest') };
    const joined = await student.post('/api/v1/joining', { data, headers: ownPages(this.home) });
    expect(joined.status(), await joined.text()).toBe(201);
    return ((await joined.json()) as { alias: string }).alias;
  }

  /** So many more people, who have no browser. */
  async fill(count: number): Promise<AppClient[]> {
    const people: AppClient[] = [];
    for (let person = 0; person < count; person += 1) {
      const data = { code: this.joinCode, name: unique('Guest') };
      const client = new AppClient(this.home);
      const joined = await client.send('POST', 'joining', data);
      expect(joined.status, joined.text).toBe(201);
      people.push(client);
    }
    return people;
  }

  /** Moves the class to a step of its plan, counted from 0. */
  async moveTo(step: number): Promise<void> {
    await this.send(this.teacher, 'step', { from: this.step, to: step });
    this.step = step;
  }

  /** Adds a claim for the motion. */
  async addClaim(by: APIRequestContext, text: string): Promise<ClaimView> {
    const { motion } = (await (await by.get(`/api/v1/debates/${this.slug}`)).json()) as DebateView;
    const relation = { kind: 'supports', toClaimId: motion.id };
    const made = await this.send(by, 'claims', {
      text,
      side: 'a',
      evidence: 'beyond',
      citations: [],
      relation,
    });
    return (made as { claim: ClaimView }).claim;
  }

  /** A first vote of each of these people on a claim. */
  async vote(people: readonly AppClient[], claim: Pick<ClaimView, 'id' | 'revision'>, choice: VoteChoice) {
    for (const person of people) {
      const press = { choice, revision: claim.revision, seq: 1, eventId: randomUUID() };
      const voted = await person.send('PUT', `rooms/${this.roomId}/claims/${claim.id}/vote`, press);
      expect(voted.status, voted.text).toBe(200);
    }
  }

  /** The claims of the debate, as somebody reads them. */
  async claims(by: APIRequestContext): Promise<ClaimView[]> {
    return ((await (await by.get(`/api/v1/debates/${this.slug}`)).json()) as DebateView).claims;
  }

  /** Sends something to the class. @param path below its own */
  async send(by: APIRequestContext, path: string, data: unknown): Promise<unknown> {
    const answer = await by.post(`/api/v1/rooms/${this.roomId}/${path}`, {
      data,
      headers: ownPages(this.home),
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  }
}

const ownPages = (home: string) => ({ origin: new URL(home).origin });
